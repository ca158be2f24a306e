import { createHmac } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { forgetNetworks, noteNetwork } from '../../../platform/identity/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { countVotes, hashOfVotes } from '../count.ts'
import { countingAnew, keepingCounts } from '../counting/kept-counts.ts'
import { testTown } from '../map/testing-town.ts'
import { opinionRoutes } from '../routes.tsx'
import { consultationOf, statementsIn, tallies, voterCount, votesIn } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { askVoiding, decideVoiding } from './commands.ts'
import { anomaliesPoll } from './jobs.ts'
import { anomaliesIn } from './store.ts'

const here = testTown()
const texts = Array.from({ length: 11 }, (_, at) => `Street ${at + 1} gets a bench and a lamp`)

async function consultationIn(at: Case) {
  const found = await consultationOf(here.read(), at.problem)
  if (!found) throw new Error('it was opened')
  return found
}

const poll = (hours = 0) => anomaliesPoll(here.database.at(Temporal.Now.instant().add({ hours })), here.town.place.id)

async function answers(at: Case, who: readonly Actor[], choiceOf: (person: number, statement: number) => boolean) {
  await Promise.all(
    who.flatMap((actor, person) =>
      texts.map((_, statement) =>
        castVote(here.database, actor, {
          slug: at.slug,
          number: statement + 1,
          choice: choiceOf(person, statement) ? 'agree' : 'disagree',
        }),
      ),
    ),
  )
}

/** 20 who answer as they like, and 14 of one network who all answer the same. */
async function brigaded(): Promise<{ readonly at: Case; readonly socks: readonly Actor[] }> {
  const at = await openCase(here.database, here.town, { statements: texts })
  const [crowd, socks] = [await residents(here.database, here.town, 20), await residents(here.database, here.town, 14)]
  for (const [place, { account }] of socks.entries())
    if (account)
      await here.database.transact(here.town.place.id, null, (tx) => noteNetwork(tx, account, `203.0.113.${place + 1}`))
  await answers(at, crowd, (person, statement) => ((person * 7 + 3) >> (statement % 5)) % 2 === 0)
  await answers(at, socks, (_, statement) => statement % 2 === 0)
  return { at, socks }
}

async function numberOf(at: Case, kind: string): Promise<number> {
  const found = await anomaliesIn(here.read(), (await consultationIn(at)).id)
  return found.find((one) => one.kind === kind)?.number ?? 0
}

function go(
  address: Parameters<typeof answerAt>[1],
  at: Case,
  as: Actor,
  form: Readonly<Record<string, string>> = {},
  number = 1,
) {
  const params = { problem: at.slug, number }
  return answerAt(opinionRoutes, address, visitIn(here.database, here.town.place, { as, params, typed: typed(form) }))
}

it('abuse 16: accounts of one network with the same answers are shown in numbers, on the record, and every vote still counts', async () => {
  const { at, socks } = await brigaded()
  const { id } = await consultationIn(at)
  await Promise.all([poll(), poll()])
  const found = await anomaliesIn(here.read(), id)
  expect(found.filter(({ kind }) => kind === 'same-answers')).toMatchObject([{ people: 14, state: undefined }])
  expect(found.filter(({ kind }) => kind === 'one-network')).toMatchObject([{ people: 14 }])
  await poll(1)
  expect(await anomaliesIn(here.read(), id)).toHaveLength(found.length)
  expect(await voterCount(here.read(), id)).toBe(34)
  const { rows: facts } = await sql<{ public: unknown }>`
    select public from ledger.event where problem_id = ${at.problem} and kind = 'opinion.anomaly-found'`.execute(
    here.read(),
  )
  expect(facts.map((fact) => fact.public)).toContainEqual({
    number: expect.any(Number),
    kind: 'same-answers',
    people: 10,
  })
  const page = textOf(await go('opinion.anomalies', at, here.town.people.bashir))
  expect(page).toContain('Many came from one network')
  expect(page).toContain('About 10 people')
  expect(page).toContain('Nothing was deleted.')
  expect(page).not.toContain('14 people')
  // Neither who they are nor which network.
  for (const secret of ['203.0.113', ...socks.flatMap(({ account, name }) => [account ?? '', name])]) {
    expect(page).not.toContain(secret)
    expect(JSON.stringify(facts)).not.toContain(secret)
  }
})

it('abuse 16: which network it was is coded, beside no vote, and gone after fourteen days', async () => {
  const [one] = await residents(here.database, here.town, 1)
  const account = one?.account
  if (!account) throw new Error('nobody')
  const run = <Value>(what: Parameters<typeof here.database.transact<Value>>[2], days = 0) =>
    here.database.at(Temporal.Now.instant().add({ hours: 24 * days })).transact(here.town.place.id, null, what)
  const rows = async () =>
    (
      await sql<{
        network_hash: Buffer
      }>`select network_hash from identity.network where account_id = ${account}`.execute(here.read())
    ).rows
  await run((tx) => noteNetwork(tx, account, '198.51.100.7'))
  const [row] = await rows()
  for (const key of ['', '198.51.100', here.town.place.id])
    expect(row?.network_hash.equals(createHmac('sha256', key).update('198.51.100').digest())).toBe(false)
  await run((tx) => forgetNetworks(tx), 13)
  expect(await rows()).toHaveLength(1)
  await run((tx) => forgetNetworks(tx), 15)
  expect(await rows()).toEqual([])
  const { rows: columns } = await sql<{ table_schema: string }>`
    select table_schema from information_schema.columns where column_name like '%network%' or column_name like '%client%'`.execute(
    here.read(),
  )
  expect(columns.filter(({ table_schema }) => table_schema === 'opinion')).toEqual([])
})

it('abuse 17: what is found takes nothing out, tells the stewards once, and is found once however often it is looked for', async () => {
  const { at } = await brigaded()
  const { id } = await consultationIn(at)
  await countVotes(here.database, here.town.place.id)
  const before = await tallies(here.read(), id)
  for (const hours of [0, 1, 2]) await poll(hours)
  await countVotes(here.database, here.town.place.id)
  expect(await tallies(here.read(), id)).toEqual(before)
  expect(await voterCount(here.read(), id)).toBe(34)
  const { rows } = await sql<{ votes: number }>`
    select count(*)::integer as votes from opinion.vote v join opinion.statement s on s.id = v.statement_id
    where s.consultation_id = ${id}`.execute(here.read())
  expect(rows[0]?.votes).toBe(34 * texts.length)
})

it('abuse 21: votes are set aside with a reason by two people of staff, and listed by their places in the record of the result', async () => {
  const { at, socks } = await brigaded()
  const { chen, gita, bashir, ole } = here.town.people
  const { id } = await consultationIn(at)
  await poll()
  const number = await numberOf(at, 'one-network')
  const about = { slug: at.slug, number }
  const reason = 'One person told us that she made them all'
  expect(await askVoiding(here.database, bashir, { ...about, reason })).toEqual({ ok: false, refusal: 'only-stewards' })
  expect(await askVoiding(here.database, chen, { ...about, reason: ' ' })).toEqual({
    ok: false,
    refusal: 'reason-needed',
  })
  expect(await decideVoiding(here.database, gita, { ...about, why: null })).toMatchObject({
    refusal: 'no-such-anomaly',
  })
  const asked = await Promise.all([chen, chen].map((who) => askVoiding(here.database, who, { ...about, reason })))
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await decideVoiding(here.database, chen, { ...about, why: null })).toEqual({
    ok: false,
    refusal: 'second-person',
  })
  expect(await decideVoiding(here.database, ole, { ...about, why: null })).toEqual({
    ok: false,
    refusal: 'only-stewards',
  })
  expect(await voterCount(here.read(), id)).toBe(34)
  const kept = keepingCounts()
  await countVotes(here.database, here.town.place.id, { counting: kept })
  expect(await decideVoiding(here.database, gita, { ...about, why: null })).toEqual({ ok: true, value: null })
  expect(await voterCount(here.read(), id)).toBe(20)
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)

  const closed = (await entries(here.read(), { problem: at.problem, limit: 20 })).find(
    ({ kind }) => kind === 'opinion.closed',
  )
  const votes = await votesIn(here.read(), id)
  const { rows } = await sql<{ participant: string }>`
    select participant_id as participant from opinion.voided where consultation_id = ${id}`.execute(here.read())
  const isVoided = new Set(rows.map(({ participant }) => participant))
  const voters = [...new Set(votes.map(({ voter }) => voter))].toSorted()
  const places = voters.flatMap((voter, at) => (isVoided.has(voter) ? [at + 1] : []))
  expect(places).toHaveLength(socks.length)
  expect(closed?.public).toMatchObject({
    voters: 20,
    voided: [{ anomaly: number, places }],
    inputHash: hashOfVotes(votes.filter(({ voter }) => !isVoided.has(voter))),
  })
  const all = await tallies(here.read(), id)
  for (const { id: statement } of await statementsIn(here.read(), id)) {
    const { agree = 0, disagree = 0, pass = 0 } = all.get(statement) ?? {}
    expect(agree + disagree + pass).toBe(20)
  }
  const page = textOf(await go('opinion.anomalies', at, bashir))
  expect(page).toContain('Two of staff have set these votes aside before the close.')
  expect(page).toContain(reason)
  expect(textOf(await go('opinion.results', at, bashir))).toContain('20')
})

it('abuse 21: counts that are kept while people vote leave out what was set aside, as a count anew does', async () => {
  const { at } = await brigaded()
  const { chen, gita } = here.town.people
  const consultation = (await consultationIn(at)).id
  await poll()
  const where = { database: here.database, jurisdiction: here.town.place.id, consultation }
  const kept = keepingCounts()
  await kept(where, () => Promise.resolve())
  const about = { slug: at.slug, number: await numberOf(at, 'one-network') }
  await askVoiding(here.database, chen, { ...about, reason: 'x' })
  await decideVoiding(here.database, gita, { ...about, why: null })
  let [counted, anew] = [-1, -2]
  await kept(where, (counts) => Promise.resolve(void (counted = sumOf(counts))))
  await countingAnew(where, (counts) => Promise.resolve(void (anew = sumOf(counts))))
  expect([counted, anew]).toEqual([20 * texts.length, 20 * texts.length])
})

function sumOf(
  counts: ReadonlyMap<string, { readonly all: { agree: number; disagree: number; pass: number } }>,
): number {
  return [...counts.values()].reduce((sum, { all }) => sum + all.agree + all.disagree + all.pass, 0)
}

it('abuse 21: nothing is set aside after the close, nor by the database without two people', async () => {
  const { at } = await brigaded()
  const { chen, gita } = here.town.people
  const { id } = await consultationIn(at)
  await poll()
  const number = await numberOf(at, 'one-network')
  const insert = () =>
    here.database.transact(here.town.place.id, null, (tx) =>
      sql`
        insert into opinion.voided (jurisdiction_id, consultation_id, participant_id, number, at)
        select jurisdiction_id, consultation_id, participant_id, number, now() from opinion.anomaly_voter
        where consultation_id = ${id} and number = ${number}`.execute(tx),
    )
  await expect(insert()).rejects.toThrow()
  await askVoiding(here.database, chen, { slug: at.slug, number, reason: 'x' })
  await expect(insert()).rejects.toThrow(/two people/)
  const alone = here.database.transact(here.town.place.id, null, (tx) =>
    sql`
      update opinion.voiding set state = 'voided', decided_by = asked_by, decided_at = now()
      where consultation_id = ${id} and number = ${number}`.execute(tx),
  )
  await expect(alone).rejects.toThrow(/voiding_second_person/)
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  expect(await decideVoiding(here.database, gita, { slug: at.slug, number, why: null })).toMatchObject({
    refusal: 'closed',
  })
  await expect(insert()).rejects.toThrow(/two people/)
})

it('abuse 16: after the close the result stands beside the one without them, in steps that tell nobody', async () => {
  const { at } = await brigaded()
  await poll()
  const { bashir, chen } = here.town.people
  expect(textOf(await go('opinion.anomalies', at, chen))).not.toContain('The result with and without')
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  const page = textOf(await go('opinion.anomalies', at, bashir))
  expect(page).toContain('The result with and without')
  const shares = [...page.matchAll(/(\d+)–(\d+) %/g)].map(([, from]) => Number(from))
  expect(shares.length).toBeGreaterThanOrEqual(leastInGroup)
  expect(shares.every((from) => from % 10 === 0)).toBe(true)
})

it('abuse 21: the pages ask, refuse with a reason, and keep what was typed', async () => {
  const { at } = await brigaded()
  await poll()
  const { chen, gita, bashir } = here.town.people
  const number = await numberOf(at, 'same-answers')
  expect(textOf(await go('opinion.anomalies', at, bashir))).not.toContain('Set these votes aside')
  expect(await go('opinion.ask-voiding', at, chen, { reason: '' }, number)).toMatchObject({ status: 422 })
  expect(await go('opinion.ask-voiding', at, chen, { reason: 'Bots' }, number)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await go('opinion.anomalies', at, chen))).toContain('You asked for this. Somebody else has to decide.')
  expect(await go('opinion.decide-voiding', at, chen, { act: 'void' }, number)).toMatchObject({ status: 403 })
  expect(await go('opinion.decide-voiding', at, gita, { act: 'refuse', why: '' }, number)).toMatchObject({
    status: 422,
  })
  expect(await go('opinion.decide-voiding', at, gita, { act: 'refuse', why: 'A class' }, number)).toMatchObject({
    kind: 'redirect',
  })
  expect(textOf(await go('opinion.anomalies', at, bashir))).toContain('A class')
  expect(await voterCount(here.read(), (await consultationIn(at)).id)).toBe(34)
})

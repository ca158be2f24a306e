import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide, restore } from '../../../platform/moderation/index.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { owedOf } from '../answers/owing.ts'
import type { RuleTerms } from '../agenda/rules.ts'
import { answerFraming, proposeFraming } from '../framing-commands.ts'
import { framings } from '../framing-store.ts'
import { agendaOf, closeAgenda } from '../agenda/store.ts'
import { mergeProblem, undoMerger } from '../merges/commands.ts'
import { problemBySlug, type Problem } from '../store.ts'
import { giveRule, problemWords } from '../testing.ts'
import { enterSignatures, supportProblem, takeSupportBack } from './commands.ts'
import { agendaPoll, countSupports } from './jobs.ts'
import { countNow, tallyOf } from './store.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const raisedAt = Temporal.Instant.from('2026-03-02T09:00:00Z')
type Raised = { readonly town: Town; readonly problem: Problem; readonly slug: string; readonly inMarch: Database }

/** A town with its rule, and a problem raised there in March. */
async function raised(terms: Partial<RuleTerms> = {}): Promise<Raised> {
  const town = await foundTown(database)
  const inMarch = database.at(raisedAt)
  await giveRule(inMarch, town, terms)
  const result = await raiseProblem(inMarch, town.people.alice, problemWords)
  if (!result.ok) throw new Error(result.refusal)
  const problem = await problemBySlug(database.read(town.place.id), result.value.slug)
  if (!problem) throw new Error('not found')
  return { town, problem, slug: problem.slug, inMarch }
}

async function crowd(town: Town, count: number): Promise<readonly Actor[]> {
  const ids = Array.from({ length: count }, () => newId('account'))
  await database.transact(town.place.id, null, async (tx) => {
    await sql`
      insert into identity.account (jurisdiction_id, id, email, name, tie, consented_at)
      select ${town.place.id}, id, id || '@example.org', 'Somebody', 'lives-here', clock_timestamp()
      from unnest(${ids}::uuid[]) as one (id)`.execute(tx)
  })
  return ids.map((account) => ({
    jurisdiction: town.place.id,
    account,
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles: [{ name: 'resident', scope: town.place.id }],
  }))
}

/** What waits to be told, by message. */
async function tellings(place: Id<'jurisdiction'>): Promise<readonly string[]> {
  const { rows } = await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)
  const jobs = rows as readonly { readonly data: { readonly jurisdiction: string; readonly message: string } }[]
  return jobs.flatMap(({ data }) => (data.jurisdiction === place ? [data.message] : [])).sort()
}

it('counts 200 supports at once exactly, and tells the body once', async () => {
  const { town, problem, slug, inMarch } = await raised({ rungs: [{ threshold: 100, owes: 'decision' }] })
  const people = await crowd(town, 200)
  const counting = [1, 2, 3, 4].map(() => agendaPoll(inMarch, town.place.id))
  const results = await Promise.all(people.map((actor) => supportProblem(inMarch, actor, slug)))
  await Promise.all(counting)
  expect(results.every(({ ok }) => ok)).toBe(true)
  await Promise.all([agendaPoll(inMarch, town.place.id), agendaPoll(inMarch, town.place.id)])
  const read = database.read(town.place.id)
  expect(await countNow(read, [problem.id])).toEqual({ online: 200, paper: 0, phone: 0, total: 200 })
  expect((await tallyOf(read, problem.id)).total).toBe(200)
  expect(await owedOf(read, problem.id)).toMatchObject([{ number: 1, rung: 1, body: town.council, answeredAt: null }])
  expect(await tellings(town.place.id)).toEqual(['told.answer-owed', 'told.answer-owed-by-you'])
  const told = await entries(read, { problem: problem.id, limit: 500 })
  expect(told.filter(({ kind }) => kind === 'problem.answer-owed')).toHaveLength(1)
}, 60_000)

it('sets the clock by the rule the problem was raised under, in the town’s calendar, also when a new rule holds meanwhile', async () => {
  const { town, problem, slug, inMarch } = await raised({ answer: { count: 2, unit: 'months' } })
  await giveRule(inMarch, town, { rungs: [{ threshold: 9000, owes: 'answer' }], answer: { count: 1, unit: 'days' } })
  for (const name of ['alice', 'bashir', 'aisha'] as const)
    expect(await supportProblem(inMarch, town.people[name], slug)).toEqual({ ok: true, value: null })
  await agendaPoll(inMarch, town.place.id)
  const [debt] = await owedOf(database.read(town.place.id), problem.id)
  expect([debt?.reachedAt.toString(), debt?.dueAt.toString(), debt?.supports]).toEqual([
    '2026-03-02T09:00:00Z',
    '2026-05-02T21:59:59.999Z',
    3,
  ])
})

it('refuses the second support of one person, also when both come at once, and leaves no trace of it', async () => {
  const { town, problem, slug, inMarch } = await raised()
  const { alice } = town.people
  const both = await Promise.all([1, 2].map(() => supportProblem(inMarch, alice, slug)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await supportProblem(inMarch, alice, slug)).toEqual({ ok: false, refusal: 'already-supported' })
  const read = database.read(town.place.id)
  expect((await countNow(read, [problem.id])).total).toBe(1)
  const supported = (await entries(read, { problem: problem.id })).filter(({ kind }) => kind === 'problem.supported')
  expect(supported).toHaveLength(1)
  expect(JSON.stringify(supported)).not.toContain(String(alice.account))
})

it('lets a support be taken back and given again; the count follows, and what was reached stays reached', async () => {
  const { town, problem, slug, inMarch } = await raised({ rungs: [{ threshold: 2, owes: 'decision' }] })
  const { alice, bashir } = town.people
  const read = database.read(town.place.id)
  const counted = async () => {
    await agendaPoll(inMarch, town.place.id)
    return (await tallyOf(read, problem.id)).total
  }
  await supportProblem(inMarch, alice, slug)
  expect(await counted()).toBe(1)
  expect(await takeSupportBack(inMarch, alice, slug)).toEqual({ ok: true, value: null })
  expect(await takeSupportBack(inMarch, alice, slug)).toEqual({ ok: false, refusal: 'not-supported' })
  expect(await counted()).toBe(0)
  await supportProblem(inMarch, alice, slug)
  await takeSupportBack(inMarch, alice, slug)
  await supportProblem(inMarch, alice, slug)
  await supportProblem(inMarch, bashir, slug)
  expect(await counted()).toBe(2)
  await takeSupportBack(inMarch, bashir, slug)
  expect(await counted()).toBe(1)
  expect(await owedOf(read, problem.id)).toHaveLength(1)
})

it('keeps no account of a support that was taken back, not in the ledger either', async () => {
  const { town, slug, inMarch } = await raised()
  const { alice, bashir } = town.people
  for (const who of [alice, bashir]) await supportProblem(inMarch, who, slug)
  await takeSupportBack(inMarch, alice, slug)
  await agendaPoll(inMarch, town.place.id)
  const { rows } = await sql<{ account: string }>`
    select s.payload ->> 'account' as account
    from ledger.event e
    join ledger.event_secret s on s.jurisdiction_id = e.jurisdiction_id and s.event_id = e.id
    where e.kind in ('problem.supported', 'problem.support-taken-back')`.execute(database.read(town.place.id))
  expect(rows).toEqual([{ account: bashir.account }])
})

it('refuses what comes after the window, from outside, and from public employees', async () => {
  const { town, problem, slug, inMarch } = await raised({ window: { count: 30, unit: 'days' } })
  const [stranger] = (await crowd(town, 1)) as [Actor]
  await database.transact(town.place.id, null, (tx) =>
    tx.updateTable('identity.account').set({ tie: 'other' }).where('id', '=', stranger.account).execute(),
  )
  expect(await supportProblem(inMarch, stranger, slug)).toEqual({ ok: false, refusal: 'tied-only' })
  expect(await supportProblem(inMarch, town.people.chen, slug)).toEqual({ ok: false, refusal: 'staff-never-support' })
  expect(await supportProblem(inMarch, town.people.klub, slug)).toMatchObject({ ok: false })
  const late = database.at(Temporal.Instant.from('2026-04-01T22:00:00Z'))
  expect(await supportProblem(late, town.people.alice, slug)).toEqual({ ok: false, refusal: 'window-over' })
  expect((await countNow(database.read(town.place.id), [problem.id])).total).toBe(0)
})

it('says once that a window has ended without enough, and tells those who supported', async () => {
  const { town, problem, slug, inMarch } = await raised({ window: { count: 30, unit: 'days' } })
  await supportProblem(inMarch, town.people.bashir, slug)
  const late = database.at(Temporal.Instant.from('2026-04-02T08:00:00Z'))
  await agendaPoll(inMarch, town.place.id)
  const read = database.read(town.place.id)
  expect((await agendaOf(read, problem.id))?.lapsedAt).toBeNull()
  await Promise.all([agendaPoll(late, town.place.id), agendaPoll(late, town.place.id)])
  await agendaPoll(late, town.place.id)
  expect((await agendaOf(read, problem.id))?.lapsedAt?.toString()).toBe('2026-04-02T08:00:00Z')
  expect(await tellings(town.place.id)).toEqual(['told.lapsed'])
  expect(await supportProblem(late, town.people.alice, slug)).toEqual({ ok: false, refusal: 'lapsed' })
})

it('counts the supports of the last second before it judges the window, and lets nothing lapse that a politician took up', async () => {
  const late = database.at(Temporal.Instant.from('2026-04-02T08:00:00Z'))
  const { town, problem, slug, inMarch } = await raised({
    window: { count: 30, unit: 'days' },
    rungs: [{ threshold: 1, owes: 'decision' }],
  })
  await supportProblem(inMarch, town.people.bashir, slug)
  await agendaPoll(late, town.place.id)
  const read = database.read(town.place.id)
  expect(await owedOf(read, problem.id)).toHaveLength(1)
  expect((await agendaOf(read, problem.id))?.lapsedAt).toBeNull()
  const other = await raised({ window: { count: 30, unit: 'days' } })
  await sponsorProblem(other.inMarch, other.town.people.dora, { slug: other.slug, words: 'I take it up.' })
  await agendaPoll(late, other.town.place.id)
  expect((await agendaOf(database.read(other.town.place.id), other.problem.id))?.lapsedAt).toBeNull()
})

it('does not silence the body’s clock when a politician takes the problem up by herself', async () => {
  const { town, problem, slug, inMarch } = await raised({ rungs: [{ threshold: 1, owes: 'decision' }] })
  await sponsorProblem(inMarch, town.people.dora, { slug, words: 'I take it up.' })
  await supportProblem(inMarch, town.people.bashir, slug)
  await agendaPoll(inMarch, town.place.id)
  expect(await owedOf(database.read(town.place.id), problem.id)).toMatchObject([{ answeredAt: null }])
})

it('counts people on paper and by telephone apart, nobody twice, and forgets who they were when the matter ends', async () => {
  const { town, problem, slug, inMarch } = await raised({ window: { count: 30, unit: 'days' } })
  const { chen, alice, gita } = town.people
  const sheet = 'Ida Holm; Quay Street 12\nBo Ås; 3.4.1950'
  const read = database.read(town.place.id)
  expect(await enterSignatures(inMarch, chen, { slug, channel: 'paper', lines: sheet })).toEqual({
    ok: true,
    value: { counted: 2, repeated: 0 },
  })
  const call = { slug, channel: 'phone', lines: 'ida holm, quay street 12\nEva Bo; Mill Lane 3' } as const
  expect(await enterSignatures(inMarch, chen, call)).toEqual({ ok: true, value: { counted: 1, repeated: 1 } })
  expect(await enterSignatures(inMarch, chen, { ...call, lines: 'Ida' })).toEqual({ ok: false, refusal: 'unreadable' })
  for (const other of [alice, gita])
    expect(await enterSignatures(inMarch, other, call)).toEqual({ ok: false, refusal: 'only-clerks' })
  expect(await countNow(read, [problem.id])).toEqual({ online: 0, paper: 2, phone: 1, total: 3 })
  await agendaPoll(inMarch, town.place.id)
  expect(await kept(town.place.id)).toEqual({ hashes: 3, keys: 1 })
  await agendaPoll(database.at(Temporal.Instant.from('2026-04-02T08:00:00Z')), town.place.id)
  expect(await kept(town.place.id)).toEqual({ hashes: 0, keys: 0 })
  expect((await countNow(read, [problem.id])).total).toBe(3)
  const everything = JSON.stringify(await entries(read, { problem: problem.id }))
  expect(everything).not.toMatch(/holm|quay/i)
})

async function kept(place: Id<'jurisdiction'>) {
  const { rows } = await sql<{ hashes: number; keys: number }>`
    select (select count(signature) from problem.support) as hashes, (select count(signature_key) from problem.agenda) as keys`.execute(
    database.read(place),
  )
  return rows[0]
}

it('counts together what goes on in another problem, each account once, and apart again when that is taken back', async () => {
  const { town, problem, slug, inMarch } = await raised({ rungs: [{ threshold: 3, owes: 'decision' }] })
  const { alice, bashir, aisha, chen } = town.people
  const other = await raiseProblem(inMarch, alice, { ...problemWords, question: 'Who sweeps the path?' })
  const from = other.ok ? other.value.slug : ''
  for (const actor of [alice, bashir]) await supportProblem(inMarch, actor, from)
  for (const actor of [bashir, aisha]) await supportProblem(inMarch, actor, slug)
  await agendaPoll(inMarch, town.place.id)
  const read = database.read(town.place.id)
  expect(await mergeProblem(inMarch, chen, { slug: from, into: slug, reason: 'One path.' })).toMatchObject({ ok: true })
  expect(await supportProblem(inMarch, aisha, from)).toEqual({ ok: false, refusal: 'merged' })
  expect(await supportProblem(inMarch, alice, slug)).toEqual({ ok: false, refusal: 'already-supported' })
  await agendaPoll(inMarch, town.place.id)
  expect((await tallyOf(read, problem.id)).total).toBe(2) // it can still be undone
  expect(await undoMerger(inMarch, chen, from)).toMatchObject({ ok: true })
  expect(await mergeProblem(inMarch, chen, { slug: from, into: slug, reason: 'One path.' })).toMatchObject({ ok: true })
  await agendaPoll(inMarch, town.place.id)
  expect(await owedOf(read, problem.id)).toEqual([])
  await agendaPoll(database.at(raisedAt.add({ hours: 24 * 15 })), town.place.id)
  expect((await tallyOf(read, problem.id)).total).toBe(3)
  expect(await owedOf(read, problem.id)).toHaveLength(1)
})

it('forgets who signed a problem that goes on in another when that one ends and the merger is past undoing', async () => {
  const { town, problem, slug, inMarch } = await raised({ window: null })
  const { alice, chen } = town.people
  const other = await raiseProblem(inMarch, alice, { ...problemWords, question: 'Who sweeps the path?' })
  const from = other.ok ? other.value.slug : ''
  await enterSignatures(inMarch, chen, { slug: from, channel: 'paper', lines: 'Ida Holm; Quay Street 12' })
  await agendaPoll(inMarch, town.place.id)
  await mergeProblem(inMarch, chen, { slug: from, into: slug, reason: 'One path.' })
  await inMarch.transact(town.place.id, null, (tx) => closeAgenda(tx, problem.id))
  const kept = async (days: number) => {
    await agendaPoll(database.at(raisedAt.add({ hours: 24 * days })), town.place.id)
    const { rows } = await sql<{ keys: number; hashes: number }>`
      select (select count(*) from problem.agenda where signature_key is not null) as keys,
        (select count(*) from problem.support where signature is not null) as hashes`.execute(
      database.read(town.place.id),
    )
    return rows[0]
  }
  expect(await kept(1)).toEqual({ keys: 1, hashes: 1 })
  expect(await kept(15)).toEqual({ keys: 0, hashes: 0 })
})

it('is whole after a crash in the middle of counting: nothing was written, and the next run writes all of it', async () => {
  const { town, problem, slug, inMarch } = await raised({ rungs: [{ threshold: 1, owes: 'decision' }] })
  await supportProblem(inMarch, town.people.bashir, slug)
  await expect(
    inMarch.transact(town.place.id, null, async (tx) => {
      await countSupports(tx, problem.id)
      throw new Error('the power went')
    }),
  ).rejects.toThrow('the power went')
  const read = database.read(town.place.id)
  expect(await owedOf(read, problem.id)).toEqual([])
  expect(await tellings(town.place.id)).toEqual([])
  await agendaPoll(inMarch, town.place.id)
  expect(await owedOf(read, problem.id)).toHaveLength(1)
})

it('takes no support while a moderator has hidden the problem or the words it is put in', async () => {
  const { town, problem, slug } = await raised({ window: null })
  const { gita, alice, bashir } = town.people
  const judging = { rule: 'personal-data', reason: 'A name.' } as const
  const sheet = { slug, channel: 'paper', lines: 'Karl Karlsen; Havnegade 1' } as const
  expect(await supportProblem(database, alice, slug)).toMatchObject({ ok: true })
  const [version] = await framings(database.read(town.place.id), problem.id)
  if (!version) throw new Error('it has words')
  for (const about of [
    { kind: 'problem', id: problem.id },
    { kind: 'framing', id: version.id },
  ] as const) {
    await database.transact(town.place.id, gita, (tx) => hide(tx, gita, { about, ...judging }))
    expect(await supportProblem(database, bashir, slug)).toEqual({ ok: false, refusal: 'hidden' })
    expect(await enterSignatures(database, town.people.chen, sheet)).toEqual({ ok: false, refusal: 'hidden' })
    await database.transact(town.place.id, gita, (tx) => restore(tx, gita, { about, reason: 'No name.' }))
  }
  expect(await supportProblem(database, bashir, slug)).toMatchObject({ ok: true })
})

it('is no bait: once others support it, its raiser puts no other problem in its place, and better words are told to all', async () => {
  const { town, slug } = await raised({ window: null })
  const { alice, bashir, dora } = town.people
  await supportProblem(database, bashir, slug)
  const another = { ...problemWords, slug, question: 'Shall the shelter close?', reason: 'It is behind it.' }
  expect(await proposeFraming(database, alice, { ...another, kind: 'another-problem' })).toMatchObject({ ok: true })
  const answer = { slug, number: 2, isAccepted: true, reason: 'So it is.' }
  expect(await answerFraming(database, alice, answer)).toEqual({ ok: false, refusal: 'others-support-it' })
  expect(await tellings(town.place.id)).not.toContain('told.another-problem')

  await proposeFraming(database, alice, { ...another, question: 'Who clears the path in winter?', kind: 'words' })
  expect(await answerFraming(database, alice, { ...answer, number: 3 })).toEqual({ ok: true, value: null })
  expect(await tellings(town.place.id)).toContain('told.new-words')

  await sponsorProblem(database, dora, { slug, words: 'I lead it.' })
  expect(await answerFraming(database, dora, answer)).toEqual({ ok: true, value: null })
  expect(await tellings(town.place.id)).toContain('told.another-problem')
  expect(await takeSupportBack(database, bashir, slug)).toMatchObject({ ok: true })
})

import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { isFollowing } from '../../../platform/notices/index.ts'
import { raiseProblem, sponsorProblem, type RaiseInput } from '../commands.ts'
import { mergeProblem } from '../merges/commands.ts'
import { acceptNaming, inviteSponsor, stepBack } from '../sponsors/commands.ts'
import { pastSponsors, waitingInvitations, waitingNamings } from '../sponsors/store.ts'
import { problemBySlug, sponsorsOf } from '../store.ts'
import { supportProblem } from '../supports/commands.ts'
import { agendaPoll } from '../supports/jobs.ts'
import { giveRule, problemWords } from '../testing.ts'
import { waitingRecords } from './store.ts'
import { confirmAnswer, draftAnswer, type AnswerInput } from './commands.ts'
import { oddsOf } from './odds.ts'
import { owedOf } from './owing.ts'
import type { RuleTerms } from '../agenda/rules.ts'
import { agendaOf } from '../agenda/store.ts'

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

const march = Temporal.Instant.from('2026-03-02T09:00:00Z')

type Case = { readonly town: Town; readonly slug: string; readonly id: Id<'problem'>; readonly inMarch: Database }

/** A problem in March that one support puts before the council. */
async function reached(terms: Partial<RuleTerms> = {}): Promise<Case> {
  const town = await foundTown(database)
  const inMarch = database.at(march)
  await giveRule(inMarch, town, { rungs: [{ threshold: 1, owes: 'decision' }], ...terms })
  const raised = await raiseProblem(inMarch, town.people.alice, problemWords)
  if (!raised.ok) throw new Error(raised.refusal)
  const { slug } = raised.value
  await supportProblem(inMarch, town.people.bashir, slug)
  await agendaPoll(inMarch, town.place.id)
  const problem = await problemBySlug(database.read(town.place.id), slug)
  if (!problem) throw new Error('not found')
  return { town, slug, id: problem.id, inMarch }
}

function answer(slug: string, changes: Partial<AnswerInput> = {}): AnswerInput {
  return {
    slug,
    number: 1,
    outcome: 'refused',
    reason: 'The road is the region’s.',
    sponsor: null,
    referredBody: null,
    referredName: '',
    referredPlace: null,
    motion: 'We refuse.',
    decidedOn: Temporal.PlainDate.from('2026-03-02'),
    reference: 'Item 9',
    votesFor: 2,
    votesAgainst: 1,
    abstentions: 0,
    isCarried: true,
    dissent: '',
    ...changes,
  }
}

/** The clerk writes it down; the chair confirms what she finds. */
async function answered(
  { town, slug, id, inMarch }: Case,
  changes: Partial<AnswerInput> = {},
  by: Townsperson = 'dora',
) {
  const drafted = await draftAnswer(inMarch, town.people.chen, answer(slug, changes))
  if (!drafted.ok) return drafted
  const number = changes.number ?? 1
  const record = (await waitingRecords(database.read(town.place.id), [id])).find((one) => one.number === number)
  return confirmAnswer(inMarch, town.people[by], { slug, number, resolution: record?.resolution })
}

it('is answered by the council’s confirmed vote alone; then the debt is paid and nothing more is collected', async () => {
  const one = await reached()
  const { town, slug, id, inMarch } = one
  const read = database.read(town.place.id)
  expect(await draftAnswer(inMarch, town.people.alice, answer(slug))).toMatchObject({ refusal: 'not-yours-to-record' })
  expect(await answered(one, {}, 'chen')).toMatchObject({ refusal: 'staff-never-confirm' })
  expect(await answered(one, {}, 'emil')).toMatchObject({ refusal: 'only-chair-confirms' })
  expect(await owedOf(read, id)).toMatchObject([{ answeredAt: null }])
  expect(await answered(one)).toEqual({ ok: true, value: { isAnswered: true } })
  const [debt] = await owedOf(read, id)
  expect(debt?.answeredAt?.toString()).toBe(march.toString())
  expect((await agendaOf(read, id))?.settledAt?.toString()).toBe(march.toString())
  expect(await supportProblem(inMarch, town.people.aisha, slug)).toEqual({ ok: false, refusal: 'settled' })
  expect(await answered(one)).toMatchObject({ refusal: 'answered-already' })
  const [fact] = (await entries(read, { problem: id })).filter(({ kind }) => kind === 'problem.body-answered')
  expect(fact?.public).toMatchObject({ outcome: 'refused', reason: 'The road is the region’s.', for: 2, against: 1 })
})

it('names who takes it up, and what a colleague asked her is answered with it', async () => {
  const one = await reached()
  const { town, slug, id, inMarch } = one
  const { dora, emil } = town.people
  const read = database.read(town.place.id)
  await sponsorProblem(inMarch, dora, { slug, words: 'I will.' })
  await inviteSponsor(inMarch, dora, { slug, person: emil.person ?? ('' as never), words: 'Join me.' })
  expect(await waitingInvitations(read, { problem: id })).toHaveLength(1)
  await answered(one, { outcome: 'taken-up', sponsor: emil.person })
  expect((await problemBySlug(read, slug))?.sponsors).toEqual([dora.person, emil.person])
  expect(await waitingInvitations(read, { problem: id })).toEqual([])
  expect(await isFollowing(read, emil.account ?? ('' as never), id)).toBe(true)
})

it('whom the council names is named by the council until she has spoken: her desk asks her, and she accepts once', async () => {
  const one = await reached()
  const { town, slug, id, inMarch } = one
  const { emil, dora } = town.people
  const read = database.read(town.place.id)
  await answered(one, { outcome: 'taken-up', sponsor: emil.person })
  expect((await problemBySlug(read, slug))?.named).toEqual([emil.person])
  expect(await sponsorsOf(read, id)).toMatchObject([{ person: emil.person, namedBy: 'Town council', words: '' }])
  expect(await waitingNamings(read, emil.person ?? ('' as never))).toEqual([{ problem: id, body: 'Town council' }])
  const { rows } = await database.queueSql(`select data::text as data from pgboss.job where name = 'notices.tell'`)
  const told = (rows as { data: string }[]).filter(({ data }) => data.includes('told.named-sponsor'))
  expect(told.filter(({ data }) => data.includes(id))).toHaveLength(1)

  expect(await acceptNaming(inMarch, dora, { slug, words: 'I?' })).toEqual({ ok: false, refusal: 'not-named' })
  const both = await Promise.all([1, 2].map(() => acceptNaming(inMarch, emil, { slug, words: 'I live there.' })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await problemBySlug(read, slug))?.named).toEqual([])
  expect(await sponsorsOf(read, id)).toMatchObject([{ person: emil.person, namedBy: null, words: 'I live there.' }])
  expect(await waitingNamings(read, emil.person ?? ('' as never))).toEqual([])
  const [fact] = (await entries(read, { problem: id })).filter(({ kind }) => kind === 'problem.sponsor-accepted')
  expect(fact?.public).toEqual({ person: emil.person, words: 'I live there.' })
  const put = inMarch.transact(town.place.id, null, (tx) =>
    sql`update problem.sponsorship set words = 'Other words.' where problem_id = ${id}`.execute(tx),
  )
  await expect(put).rejects.toThrow('stays as it was taken up')
})

it('whom the council names may step back: the page says that she was named and did not take it up', async () => {
  const one = await reached()
  const { town, slug, id, inMarch } = one
  const { emil } = town.people
  const read = database.read(town.place.id)
  await answered(one, { outcome: 'taken-up', sponsor: emil.person })
  expect(await stepBack(inMarch, emil, { slug, reason: 'Nobody asked me.' })).toMatchObject({ ok: true })
  expect((await problemBySlug(read, slug))?.sponsors).toEqual([])
  expect(await pastSponsors(read, id)).toMatchObject([{ reason: 'Nobody asked me.', namedBy: 'Town council' }])
  expect(await acceptNaming(inMarch, emil, { slug, words: 'I do.' })).toEqual({ ok: false, refusal: 'not-named' })
})

it('counts only the newest record, and a vote that was not carried leaves the debt', async () => {
  const one = await reached()
  const { town, slug, id, inMarch } = one
  const read = database.read(town.place.id)
  const { chen, dora } = town.people
  await draftAnswer(inMarch, chen, answer(slug))
  const [first] = await waitingRecords(read, [id])
  await draftAnswer(inMarch, chen, answer(slug, { isCarried: false, votesFor: 1, votesAgainst: 2 }))
  expect(await confirmAnswer(inMarch, dora, { slug, number: 1, resolution: first?.resolution })).toMatchObject({
    refusal: 'nothing-to-confirm',
  })
  const [second] = await waitingRecords(read, [id])
  expect(await confirmAnswer(inMarch, dora, { slug, number: 1, resolution: second?.resolution })).toEqual({
    ok: true,
    value: { isAnswered: false },
  })
  expect(await owedOf(read, id)).toMatchObject([{ answeredAt: null }])
})

it('names who takes it up, and she is its sponsor from then on', async () => {
  const one = await reached()
  const { town, slug } = one
  const emil = town.people.emil.person
  expect(await answered(one, { outcome: 'taken-up', sponsor: null })).toMatchObject({ refusal: 'sponsor-needed' })
  expect(await answered(one, { outcome: 'taken-up', sponsor: emil })).toMatchObject({ ok: true })
  expect((await problemBySlug(database.read(town.place.id), slug))?.sponsors).toEqual([emil])
})

it('goes to another body of the place once: that one then owes the answer itself', async () => {
  const one = await reached()
  const { town, id } = one
  expect(await answered(one, { outcome: 'referred', referredBody: town.committee })).toMatchObject({ ok: true })
  const debts = await owedOf(database.read(town.place.id), id)
  expect(debts).toMatchObject([
    { body: town.council, referredFrom: null },
    { body: town.committee, referredFrom: 1, answeredAt: null },
  ])
  const back = { number: 2, outcome: 'referred', referredBody: town.council } as const
  expect(await answered(one, back)).toMatchObject({ refusal: 'no-such-outcome' })
  expect(await answered(one, { number: 2 })).toMatchObject({ ok: true })
})

it('climbs a ladder: what is given on the way leaves the supporters to go on', async () => {
  const one = await reached({
    rungs: [
      { threshold: 1, owes: 'legal-opinion' },
      { threshold: 2, owes: 'session' },
    ],
  })
  const { town, slug, id, inMarch } = one
  expect(await answered(one, { outcome: 'refused' })).toMatchObject({ refusal: 'no-such-outcome' })
  expect(await answered(one, { outcome: 'given', reason: 'It is lawful.' })).toMatchObject({ ok: true })
  expect(await supportProblem(inMarch, town.people.aisha, slug)).toMatchObject({ ok: true })
  await agendaPoll(inMarch, town.place.id)
  expect(await owedOf(database.read(town.place.id), id)).toMatchObject([{ rung: 1 }, { rung: 2, answeredAt: null }])
})

it('lets a refused matter be raised again as its rule says, and joins the two', async () => {
  const one = await reached({ againAfterMonths: 6 })
  const { town, slug } = one
  const again = (at: string, newFacts: string, earlier = slug): ReturnType<typeof raiseProblem> =>
    raiseProblem(database.at(Temporal.Instant.from(at)), town.people.alice, {
      ...problemWords,
      earlier: { slug: earlier, newFacts },
    } satisfies RaiseInput)
  expect(await again('2026-03-03T09:00:00Z', 'new')).toEqual({ ok: false, refusal: 'still-open' })
  await answered(one)
  expect(await again('2026-04-02T09:00:00Z', '')).toEqual({ ok: false, refusal: 'new-facts-needed' })
  expect(await again('2026-04-02T09:00:00Z', '', 'nothing-here')).toEqual({ ok: false, refusal: 'no-such-earlier' })
  const sooner = await again('2026-04-02T09:00:00Z', 'Two fainted.')
  expect(sooner.ok).toBe(true)
  expect((await again('2026-09-02T09:00:00Z', '')).ok).toBe(true)
  const read = database.read(town.place.id)
  const joined = await problemBySlug(read, sooner.ok ? sooner.value.slug : '')
  const facts = await entries(read, { problem: joined?.id ?? one.id })
  expect(facts.map(({ kind }) => kind)).toContain('problem.raised-again')
})

it('tells the odds of the last twelve months from the place’s own record', async () => {
  const one = await reached({ answer: { count: 10, unit: 'days' } })
  const { town } = one
  const read = database.read(town.place.id)
  const late = Temporal.Instant.from('2026-04-01T09:00:00Z')
  expect(await oddsOf(read, late)).toEqual({ raised: 1, takenUp: 0, reached: 1, late: 1 })
  await answered(one, { outcome: 'taken-up', sponsor: town.people.emil.person })
  expect(await oddsOf(read, late)).toEqual({ raised: 1, takenUp: 1, reached: 1, late: 0 })
  expect((await oddsOf(read, Temporal.Instant.from('2027-03-03T09:00:00Z'))).raised).toBe(0)
})

it('a bug once: the odds counted what politicians raised, what went on elsewhere, and sponsors who had stepped back', async () => {
  const { town, slug, inMarch } = await reached()
  const read = database.read(town.place.id)
  const { alice, dora, chen } = town.people
  const now = Temporal.Instant.from('2026-03-04T09:00:00Z')
  const before = await oddsOf(read, now)
  expect(before).toMatchObject({ raised: 1, takenUp: 0 })
  expect((await raiseProblem(inMarch, dora, { ...problemWords, question: 'A politician’s own?' })).ok).toBe(true)
  const merged = await raiseProblem(inMarch, alice, { ...problemWords, question: 'The same once more?' })
  if (!merged.ok) throw new Error(merged.refusal)
  expect((await oddsOf(read, now)).raised).toBe(2)
  const into = { slug: merged.value.slug, into: slug, reason: 'The same.' }
  expect(await mergeProblem(inMarch, chen, into)).toMatchObject({ ok: true })
  expect(await oddsOf(read, now)).toEqual(before)
  await sponsorProblem(inMarch, dora, { slug, words: 'Mine.' })
  expect((await oddsOf(read, now)).takenUp).toBe(1)
  expect(await stepBack(inMarch, dora, { slug, reason: 'No time.' })).toMatchObject({ ok: true })
  expect(await oddsOf(read, now)).toEqual(before)
})

it('cannot hold an answer that no confirmed vote of the body has given', async () => {
  const { town, slug, id, inMarch } = await reached()
  await draftAnswer(inMarch, town.people.chen, answer(slug))
  await expect(
    database.transact(town.place.id, null, (tx) =>
      tx.updateTable('problem.body_answer').set({ confirmed_at: tx.now }).where('problem_id', '=', id).execute(),
    ),
  ).rejects.toThrow('was not answered by a vote')
})

import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { ensureAccount } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { seatGroup } from '../../arena/testing.ts'
import { giveAnswer } from '../answers/commands.ts'
import { handOver, setDates } from '../commands.ts'
import { decisionRoutes } from '../routes.tsx'
import { answersOf } from '../slots.ts'
import { packageOf } from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import { closePackage, confirmVote, draftVote, votesOf } from '../voting/commands.ts'
import { ratingsPoll } from './jobs.ts'
import { rateAnswer } from './commands.ts'
import type { Mark } from './rules.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
/** Long ago, so that the database's own clock, too, stands after the close. */
const then = Temporal.Instant.from('2026-03-02T12:00:00Z')
const whenClosed = Temporal.Instant.from('2026-04-05T12:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let ready: ReadyCase
let group: readonly Id<'account'>[]

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
})
beforeEach(async () => {
  ready = await readyCase(real, town)
  group = await real.transact(town.place.id, null, (tx) =>
    Promise.all(
      Array.from({ length: 11 }, (_, at) => ensureAccount(tx, `member-${at}-${ready.slug}@example.org`, 'en')),
    ),
  )
  const seating = { members: ['freja'], chair: 'freja', more: group } as const
  await seatGroup(real, town, { id: ready.problem, slug: ready.slug }, seating)
  await handOver(real.at(then), ready.chair, { slug: ready.slug, place: town.place, language: 'en' })
  const dates = { meetingOn: day('2026-03-02'), returnOn: day('2026-09-10') }
  await setDates(real.at(then), town.people.chen, { slug: ready.slug, ...dates })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const rate = (
  account: Id<'account'> | null,
  marks: readonly [Mark, Mark],
  now = then,
  roles = town.people.alice.roles,
  seen = 1,
  number = 1,
) =>
  rateAnswer(
    real.at(now),
    { ...town.people.alice, account, roles },
    {
      slug: ready.slug,
      number,
      seen,
      place: town.place,
      wasReasoned: marks[0],
      didAnswer: marks[1],
    },
  )

async function pageAt(now: Temporal.Instant, account: Id<'account'> | null = null, number = 1): Promise<string> {
  const as = { ...town.people.alice, account }
  const visit = visitIn(real, town.place, { as, at: now, params: { problem: ready.slug, number } })
  return textOf(await answerAt(decisionRoutes, 'decision.recommendation', visit))
}

async function closeAll(): Promise<void> {
  const read = real.read(town.place.id)
  const pack = await packageOf(read, ready.problem)
  if (!pack) throw new Error('nothing was handed over')
  const { chen, dora } = town.people
  const seen = new Map((await answersOf(read, ready.problem)).map((item) => [item.number, item.answer?.version ?? 0]))
  const vote = {
    motion: 'So',
    decidedOn: day('2026-03-02'),
    reference: '8',
    votesFor: 2,
    votesAgainst: 1,
    abstentions: 0,
  }
  const input = { slug: ready.slug, place: town.place, number: null, seen, isCarried: true, dissent: '', ...vote }
  expect(await draftVote(real.at(then), chen, input)).toMatchObject({ ok: true })
  const [waiting] = await votesOf(read, pack)
  if (!waiting) throw new Error('no vote')
  await confirmVote(real.at(then), dora, { slug: ready.slug, resolution: waiting.id })
  expect(await closePackage(real.at(then), dora, { slug: ready.slug })).toMatchObject({ ok: true })
}

test('ratings are one a person, hers to change, told once when they are closed, and of nobody alone', async () => {
  const { alice, aisha, dora, chen } = town.people
  expect(await rate(alice.account, [4, 4])).toMatchObject({ refusal: 'no-answer-yet' })
  for (const number of [1, 2])
    expect(
      await giveAnswer(real.at(then), dora, { slug: ready.slug, number, place: town.place, ...wordsFor() }),
    ).toMatchObject({ ok: true })
  expect(await rate(aisha.account, [4, 4])).toMatchObject({ refusal: 'not-yours-to-rate' })
  expect(await rate(chen.account, [4, 4], then, chen.roles)).toMatchObject({ refusal: 'staff-never-rate' })
  expect(await rate(null, [4, 4])).toMatchObject({ refusal: 'not-yours-to-rate' })

  // Six of the group gave 1, then five of them think again; alice, who raised the problem, rates too.
  for (const account of group.slice(0, 6)) expect(await rate(account, [1, 3])).toMatchObject({ ok: true })
  for (const account of group.slice(6)) expect(await rate(account, [5, 3])).toMatchObject({ ok: true })
  expect(await rate(alice.account, [5, 2])).toMatchObject({ ok: true })
  expect(await rate(group[0] ?? null, [2, 3])).toMatchObject({ ok: true })
  const { rows } = await sql`select count(*)::int as count
    from decision.rating r
    join decision.answer a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.answer_id
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where k.problem_id = ${ready.problem}`.execute(real.read(town.place.id))
  expect(rows).toEqual([{ count: 12 }])

  // What is rated is what was read: the answer may be changed under her.
  for (const seen of [0, 2])
    expect(await rate(group[0] ?? null, [5, 5], then, alice.roles, seen)).toMatchObject({ refusal: 'answer-changed' })
  expect(await pageAt(then, group[0])).toContain('name="version" value="1"')

  const before = await pageAt(then, group[0])
  expect(before).toContain('Change my rating')
  expect(before).not.toContain('On average')
  await closeAll()
  expect(await pageAt(whenClosed.subtract({ hours: 24 * 5 }))).not.toContain('On average')

  const atClose = real.at(whenClosed)
  expect(await pageAt(whenClosed), 'nothing is told that is not kept').not.toContain('On average')
  await ratingsPoll(atClose, town.place.id)
  await ratingsPoll(atClose, town.place.id)
  const told = await pageAt(whenClosed)
  expect(told).toContain('12 of ')
  expect(told).toMatch(/>2 to 5<.*?>7</s)
  // What all but a few say alike is not told: alice alone gave 2.
  expect(told.split('Does it answer what was asked?')).toHaveLength(1)
  expect(await rate(alice.account, [1, 1], whenClosed)).toMatchObject({ refusal: 'rating-closed' })
  const byHand = real.transact(town.place.id, null, (tx) =>
    sql`update decision.rating set did_answer = 5 where account_id = ${alice.account}`.execute(tx),
  )
  await expect(byHand).rejects.toThrow('is closed')

  // The record commits to each rating and tells of none, not even how many an answer has.
  const facts = (await entries(real.read(town.place.id), { problem: ready.problem, limit: 200 })).filter(
    ({ kind }) => kind === 'decision.answer-rated',
  )
  expect(facts).toHaveLength(13)
  const closed = (await entries(real.read(town.place.id), { problem: ready.problem, limit: 200 })).filter(
    ({ kind }) => kind === 'decision.rating-closed',
  )
  expect(closed, 'said once, however often the worker looks').toHaveLength(1)
  expect(closed[0]?.public).toMatchObject({ number: 1, version: 1, result: { rated: 12, didAnswer: null } })
  expect(facts.every((fact) => JSON.stringify(fact.public) === '{}' && fact.commitment !== null)).toBe(true)
})

test('an answer that came after the close is rated for a month of its own, and told only when that is over', async () => {
  const { alice, dora } = town.people
  const answer = (number: number, kind: 'accept' | 'refer' | 'reject', now: Temporal.Instant) =>
    giveAnswer(real.at(now), dora, { slug: ready.slug, number, place: town.place, ...wordsFor(kind) })
  expect(await answer(1, 'accept', then)).toMatchObject({ ok: true })
  expect(await answer(2, 'refer', then)).toMatchObject({ ok: true })
  await closeAll()
  const late = Temporal.Now.instant().subtract({ hours: 24 })
  expect(await rate(alice.account, [2, 2], late, alice.roles, 1, 2)).toMatchObject({ refusal: 'rating-closed' })
  expect(await answer(2, 'reject', late)).toMatchObject({ ok: true })

  const marks = [...group.slice(0, 6).map(() => 1 as const), ...group.slice(6).map(() => 5 as const)]
  for (const [at, account] of group.entries())
    expect(await rate(account, [marks[at] ?? 1, 3], late, alice.roles, 2, 2)).toMatchObject({ ok: true })
  expect(await pageAt(late, group[0], 2)).toContain('Change my rating')
  expect(await pageAt(late, group[0], 2), 'never told while it is open').not.toContain('On average')
  const over = late.add({ hours: 24 * 40 })
  await ratingsPoll(real.at(over), town.place.id)
  expect(await pageAt(over, null, 2)).toContain('On average')
  // The other answer has had its month.
  expect(await rate(alice.account, [1, 1], late)).toMatchObject({ refusal: 'rating-closed' })
})

test('the result of a rating is kept as it was at the close: it outlives other words, and nobody changes it', async () => {
  const { alice, dora } = town.people
  const answer = (kind: 'refer' | 'reject', now: Temporal.Instant) =>
    giveAnswer(real.at(now), dora, { slug: ready.slug, number: 1, place: town.place, ...wordsFor(kind) })
  expect(await answer('refer', then)).toMatchObject({ ok: true })
  expect(
    await giveAnswer(real.at(then), dora, { slug: ready.slug, number: 2, place: town.place, ...wordsFor() }),
  ).toMatchObject({ ok: true })
  const marks = [...group.slice(0, 6).map(() => 1 as const), ...group.slice(6).map(() => 5 as const)]
  for (const [at, account] of group.entries())
    expect(await rate(account, [marks[at] ?? 1, 3])).toMatchObject({ ok: true })
  await closeAll()
  await ratingsPoll(real.at(whenClosed.subtract({ hours: 24 * 5 })), town.place.id)
  const kept = () =>
    sql<{ readonly version: number; readonly rated: number }>`
      select t.version, t.rated from decision.rating_result t
      join decision.answer a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.answer_id
      join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
      where k.problem_id = ${ready.problem} order by t.version`.execute(real.read(town.place.id))
  expect((await kept()).rows, 'not while it is open').toEqual([])
  await ratingsPoll(real.at(whenClosed), town.place.id)
  expect((await kept()).rows).toEqual([{ version: 1, rated: group.length }])

  // Rated anew, her row names the new words: what was told of the old ones would have gone with it.
  const late = Temporal.Now.instant().subtract({ hours: 24 })
  expect(await answer('reject', late)).toMatchObject({ ok: true })
  for (const account of group) expect(await rate(account, [2, 2], late, alice.roles, 2)).toMatchObject({ ok: true })
  expect((await kept()).rows).toEqual([{ version: 1, rated: group.length }])
  const byHand = real.transact(town.place.id, null, (tx) =>
    sql`update decision.rating_result set rated = 99`.execute(tx),
  )
  await expect(byHand).rejects.toThrow('permission denied')
})

import type { Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import type { RuleTerms } from '../agenda/rules.ts'
import { agendaOf, closeAgenda } from '../agenda/store.ts'
import { confirmAnswer, draftAnswer } from '../answers/commands.ts'
import { owedOf } from '../answers/owing.ts'
import { answersOf, waitingRecords } from '../answers/store.ts'
import { wayNow, type WayState } from '../answers/way-rules.ts'
import { sponsorProblem } from '../commands.ts'
import { inCase } from '../in-case.ts'
import { holdCase, mergeProblem } from '../merges/commands.ts'
import { stepBack } from '../sponsors/commands.ts'
import { problemBySlug } from '../store.ts'
import { supportProblem } from '../supports/commands.ts'
import { agendaPoll } from '../supports/jobs.ts'
import { giveRule, raised } from '../testing.ts'
import type { ListState } from './rules.ts'

/** One reader is told where a problem stands by `wayNow`, lists by a row the database derives: both say the same. */

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

type Around = { readonly isTold: boolean; readonly isHeld: boolean; readonly isLed: boolean }

/** What a list says of a problem that one reader is told this of: who leads it counts more than what came before. */
function onLists(
  way: WayState,
  { isTold, isHeld, isLed, isMerged }: Around & { readonly isMerged: boolean },
): ListState {
  if (isTold) return 'told'
  if (way === 'owed' || way === 'late') return 'waiting'
  if (isMerged) return 'merged'
  if (isHeld) return 'mandate'
  if (isLed) return 'taken-up'
  const others = {
    none: 'open',
    elsewhere: 'merged',
    collecting: 'collecting',
    closed: 'closed',
    lapsed: 'lapsed',
    refused: 'refused',
    mandate: 'settled',
    'taken-up': 'settled',
    referred: 'settled',
    given: 'settled',
  } as const satisfies Record<Exclude<WayState, 'owed' | 'late'>, ListState>
  return others[way]
}

const now = Temporal.Instant.from('2026-05-01T12:00:00Z')
const [past, future] = [now.subtract({ hours: 1 }), now.add({ hours: 1 })]

/** Whatever a problem's rows can be when the worker has looked. */
const cases = fc
  .record({
    isTold: fc.boolean(),
    isMerged: fc.boolean(),
    isHeld: fc.boolean(),
    isLed: fc.boolean(),
    hasRule: fc.boolean(),
    closesAt: fc.constantFrom(null, past, future),
    end: fc.constantFrom('lapsed', 'settled', null),
    debts: fc.array(fc.record({ dueAt: fc.constantFrom(past, future), answeredAt: fc.constantFrom(null, past) }), {
      maxLength: 3,
    }),
    outcome: fc.constantFrom('taken-up', 'refused', 'referred', 'given', undefined),
  })
  // A debt is owed by a rule; only a window that is over lapses, and only where nothing was ever owed.
  .map((one) => ({ ...one, debts: one.hasRule ? one.debts : [] }))
  .map((one) => {
    const mayLapse = one.closesAt === past && one.debts.length === 0
    return { ...one, end: one.end === 'lapsed' && !mayLapse ? null : one.end }
  })

it('says the same of any rows, whichever of the two is asked', async () => {
  const town = await foundTown(database)
  const sample = fc.sample(cases, 2_000)
  const ways = sample.map(({ debts, outcome, end, closesAt, ...one }) => ({
    is_told: one.isTold,
    is_owed: debts.some(({ answeredAt }) => answeredAt === null),
    is_merged: one.isMerged,
    is_held: one.isHeld,
    is_led: one.isLed,
    has_rule: one.hasRule,
    is_lapsed: one.hasRule && end === 'lapsed',
    is_settled: one.hasRule && end === 'settled',
    is_closed: one.hasRule && closesAt === past,
    outcome: outcome ?? null,
  }))
  const { rows } = await sql<{ state: ListState }>`
    select problem.list_state(w) as state
    from jsonb_array_elements(${JSON.stringify(ways)}::jsonb) with ordinality one (way, at),
      lateral jsonb_populate_record(null::problem.way, one.way) w
    order by one.at`.execute(database.read(town.place.id))
  expect(rows.map(({ state }) => state)).toEqual(
    sample.map(({ hasRule, closesAt, end, debts, outcome, ...around }) => {
      const [lapsedAt, settledAt] = [end === 'lapsed' ? past : null, end === 'settled' ? past : null]
      const agenda = hasRule ? { closesAt, lapsedAt, settledAt } : undefined
      return onLists(wayNow(agenda, { debts, outcome, now, isMerged: around.isMerged }), around)
    }),
  )
})

const march = Temporal.Instant.from('2026-03-02T09:00:00Z')
const inOctober = Temporal.Instant.from('2026-10-05T09:00:00Z')

type Here = { readonly town: Town; readonly slug: string; readonly id: Id<'problem'>; readonly inMarch: Database }

async function answered({ town, slug, id, inMarch }: Here, outcome: 'given' | 'refused' | 'taken-up'): Promise<void> {
  const { chen, dora, emil } = town.people
  const record = {
    slug,
    number: 1,
    outcome,
    reason: 'So the council resolved.',
    sponsor: outcome === 'taken-up' ? emil.person : null,
    referredBody: null,
    referredName: '',
    referredPlace: null,
    motion: 'We answer.',
    decidedOn: Temporal.PlainDate.from('2026-03-02'),
    reference: 'Item 9',
    votesFor: 2,
    votesAgainst: 0,
    abstentions: 0,
    isCarried: true,
    dissent: '',
  }
  expect(await draftAnswer(inMarch, chen, record)).toMatchObject({ ok: true })
  const [waiting] = await waitingRecords(database.read(town.place.id), [id])
  const resolution = waiting?.resolution
  expect(await confirmAnswer(inMarch, dora, { slug, number: 1, resolution })).toMatchObject({ ok: true })
}

/** Bashir's support brings it before the council. */
async function reach({ town, slug, inMarch }: Here): Promise<void> {
  await supportProblem(inMarch, town.people.bashir, slug)
  await agendaPoll(inMarch, town.place.id)
}

const lead = ({ town, slug, inMarch }: Here): Promise<unknown> =>
  sponsorProblem(inMarch, town.people.dora, { slug, words: 'Mine.' })

const ladder = {
  rungs: [
    { threshold: 1, owes: 'legal-opinion' },
    { threshold: 50, owes: 'session' },
  ],
} as const

type Told = readonly [
  what: string,
  state: ListState,
  way: WayState,
  terms: Partial<RuleTerms>,
  act: (here: Here) => Promise<unknown>,
  at?: Temporal.Instant,
]

const told: readonly Told[] = [
  ['is raised', 'collecting', 'collecting', {}, async () => {}],
  ['has reached its number', 'waiting', 'owed', {}, reach],
  [
    'a bug once: is led and owed an answer, and lists lost its day',
    'waiting',
    'owed',
    {},
    (one) => lead(one).then(() => reach(one)),
  ],
  [
    'is led and owed an answer past its day',
    'waiting',
    'late',
    {},
    (one) => lead(one).then(() => reach(one)),
    inOctober,
  ],
  [
    'a bug once: was given one step of the ladder, its window was over, and lists said that it collects',
    'closed',
    'closed',
    ladder,
    (one) => reach(one).then(() => answered(one, 'given')),
    inOctober,
  ],
  [
    'was given one step of the ladder',
    'collecting',
    'collecting',
    ladder,
    (one) => reach(one).then(() => answered(one, 'given')),
  ],
  ['is refused', 'refused', 'refused', {}, (one) => reach(one).then(() => answered(one, 'refused'))],
  ['is taken up by the body', 'taken-up', 'taken-up', {}, (one) => reach(one).then(() => answered(one, 'taken-up'))],
  [
    'was taken up by the body, and she stepped back',
    'settled',
    'taken-up',
    {},
    async (one) => {
      await reach(one)
      await answered(one, 'taken-up')
      await stepBack(one.inMarch, one.town.people.emil, { slug: one.slug, reason: 'No time.' })
    },
  ],
  ['nobody supported in time', 'lapsed', 'lapsed', {}, async () => {}, inOctober],
  ['was led when its window ended', 'taken-up', 'closed', {}, lead, inOctober],
  [
    'went on in another one when its window ended',
    'merged',
    'elsewhere',
    { window: { count: 30, unit: 'days' } },
    async ({ town, slug, inMarch }) => {
      const into = await raised(inMarch, town.people.alice, { question: 'Another one?' })
      const merged = await mergeProblem(inMarch, town.people.chen, { slug, into: into.slug, reason: 'One path.' })
      expect(merged).toMatchObject({ ok: true })
    },
    inOctober,
  ],
  [
    'is voted on',
    'mandate',
    'collecting',
    {},
    ({ town, slug, inMarch }) => inCase(inMarch, town.people.dora, slug, holdCase),
  ],
  [
    'has a mandate and is left by all',
    'settled',
    'mandate',
    {},
    ({ town, id, inMarch }) => inMarch.transact(town.place.id, null, (tx) => closeAgenda(tx, id)),
  ],
]

for (const [what, state, way, terms, act, at = march] of told)
  it(`stands on lists as one reader is told: it ${what}`, async () => {
    const town = await foundTown(database)
    const inMarch = database.at(march)
    await giveRule(inMarch, town, { rungs: [{ threshold: 1, owes: 'decision' }], ...terms })
    const { slug, id } = await raised(inMarch, town.people.alice)
    await act({ town, slug, id, inMarch })
    await agendaPoll(database.at(at), town.place.id)
    const read = database.read(town.place.id)
    const [agenda, debts, answers, problem, row] = await Promise.all([
      agendaOf(read, id),
      owedOf(read, id),
      answersOf(read, id),
      problemBySlug(read, slug),
      read
        .selectFrom('problem.listing')
        .select(['state', 'ends_at as endsAt'])
        .where('problem_id', '=', id)
        .executeTakeFirstOrThrow(),
    ])
    const outcome = answers.find(({ confirmedAt }) => confirmedAt !== null)?.outcome
    expect(wayNow(agenda, { debts, outcome, now: at, isMerged: problem?.mergedInto !== null })).toBe(way)
    expect(row.state).toBe(state)
    // A time that runs stands on lists as on the page, and none that is over.
    const due = debts.find(({ answeredAt }) => answeredAt === null)?.dueAt
    const runs = way === 'collecting' && state === 'collecting' ? agenda?.closesAt : due
    expect(row.endsAt?.toString()).toBe(runs?.toString())
  })

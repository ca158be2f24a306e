import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { agendaOf, closeWindow, lapse } from '../agenda/store.ts'
import { owe, owedOf } from '../answers/owing.ts'
import { record } from '../facts.ts'
import { countedIn, endOf, markCounted, mergersToCount } from '../merges/store.ts'
import { problemsById } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/**
 * Counts what came, starts the body's clock, ends windows. The worker calls it every few seconds; requests never do. It looks
 * first, so that a place where nothing is due is only read; each problem has a transaction of its own, and one that cannot
 * be counted stops no other.
 */
export async function agendaPoll(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(jurisdiction), await database.now()]
  const inTurn = (problem: Id<'problem'>, act: (tx: Tx) => Promise<void>): Promise<void> =>
    patience({ id: `problem ${problem}`, now }, () => database.transact(jurisdiction, null, act))
  for (const problem of await store.problemsToCount(read)) await inTurn(problem, (tx) => countSupports(tx, problem))
  for (const merger of await mergersToCount(read, store.lastToCount(now))) {
    await inTurn(merger.problem, (tx) => countSupports(tx, merger.problem))
    await inTurn(merger.problem, (tx) => countMerger(tx, merger))
  }
  for (const problem of await store.windowsToEnd(read, now)) await inTurn(problem, (tx) => endWindow(tx, problem))
  for (const problem of await store.problemsToForget(read, now))
    await inTurn(problem, (tx) => store.forgetSignatures(tx, problem))
}

/** Supports that came by a merger begin to count when it can no longer be undone; an undone one is counted apart again. */
async function countMerger(tx: Tx, merger: Parameters<typeof markCounted>[1] & { into: Id<'problem'> }): Promise<void> {
  await countSupports(tx, merger.into)
  await markCounted(tx, merger)
}

/**
 * Under the exclusive lock of the case: supports under way are waited for, the next ones wait. What it writes it writes
 * once, however often it runs; stopped midway it leaves nothing, and what was to count still is.
 */
export async function countSupports(tx: Tx, problem: Id<'problem'>): Promise<void> {
  // What goes on in another problem counts there: both in one transaction, locked in the order of everybody who takes two.
  const end = await endOf(tx, problem)
  const both = [...new Set([problem, end])].sort()
  for (const id of both) await lockExclusive(tx, id)
  for (const id of both) await countOne(tx, id, id === end)
}

async function countOne(tx: Tx, problem: Id<'problem'>, isEnd: boolean): Promise<void> {
  const counted = await countedIn(tx, problem, store.lastToCount(await clock(tx)))
  const tally = await store.countNow(tx, counted)
  const agenda = await agendaOf(tx, problem)
  if (!agenda) return
  await store.keepTally(tx, problem, tally)
  if (!isEnd || agenda.lapsedAt !== null || agenda.settledAt !== null) return
  const known = new Set((await owedOf(tx, problem)).map(({ rung }) => rung))
  for (const { number } of rules.newlyReached(agenda.rule.rungs, tally.total, known))
    await owe(tx, agenda, { rung: number, supports: tally.total })
}

async function endWindow(tx: Tx, id: Id<'problem'>): Promise<void> {
  // A support of the last second counts before the window is judged.
  await countSupports(tx, id)
  const [[problem], agenda, owed] = [await problemsById(tx, [id]), await agendaOf(tx, id), await owedOf(tx, id)]
  if (!problem || !agenda) return
  const now = await clock(tx)
  const { closesAt, lapsedAt, settledAt } = agenda
  const [isLapsed, isSettled, isMerged] = [lapsedAt !== null, settledAt !== null, problem.mergedInto !== null]
  if (isLapsed || isSettled || closesAt === null || Temporal.Instant.compare(closesAt, now) >= 0) return
  await closeWindow(tx, id, now)
  const state = { closesAt, isLapsed, isSettled, isMerged }
  if (!rules.lapses(state, { owed: owed.length, sponsors: problem.sponsors.length, now })) return
  await lapse(tx, id, now)
  const { total } = await store.countNow(tx, await countedIn(tx, id, store.lastToCount(now)))
  const [lowest] = agenda.rule.rungs
  await record(tx, {
    kind: 'problem.lapsed',
    problem: id,
    public: { supports: total, needed: lowest?.threshold ?? 0 },
    time: 'exact',
  })
  await tell(tx, {
    about: { kind: 'problem', id },
    stage: 'problem',
    message: 'told.lapsed',
    values: { question: problem.question, count: total },
    address: 'problem.page',
    params: { problem: problem.slug },
  })
}

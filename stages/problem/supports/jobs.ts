import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { agendaOf, lapse } from '../agenda/store.ts'
import { owe, owedOf } from '../answers/owing.ts'
import { record } from '../facts.ts'
import { countedIn, endOf, markCounted, mergersToCount } from '../merges/store.ts'
import { problemsById } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Counts what came, starts the body's clock, ends windows. The worker calls it every few seconds; requests never do. */
export async function agendaPoll(database: Database, jurisdiction: Id<'jurisdiction'>): Promise<void> {
  for (const problem of await store.problemsToCount(database.read(jurisdiction)))
    await database.transact(jurisdiction, null, (tx) => countSupports(tx, problem))
  await countMergers(database, jurisdiction)
  const ended = await database.transact(jurisdiction, null, async (tx) => store.problemsToLapse(tx, await clock(tx)))
  for (const problem of ended) await database.transact(jurisdiction, null, (tx) => endWindow(tx, problem))
  await database.transact(jurisdiction, null, async (tx) => store.forgetSignatures(tx, await clock(tx)))
}

/** Supports that came by a merger begin to count when it can no longer be undone; an undone one is counted apart again. */
async function countMergers(database: Database, jurisdiction: Id<'jurisdiction'>): Promise<void> {
  const due = await database.transact(jurisdiction, null, async (tx) =>
    mergersToCount(tx, store.lastToCount(await clock(tx))),
  )
  for (const merger of due) {
    await database.transact(jurisdiction, null, (tx) => countSupports(tx, merger.problem))
    await database.transact(jurisdiction, null, async (tx) => {
      await countSupports(tx, merger.into)
      await markCounted(tx, merger)
    })
  }
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
  const state = { closesAt, isLapsed: lapsedAt !== null, isSettled: settledAt !== null }
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

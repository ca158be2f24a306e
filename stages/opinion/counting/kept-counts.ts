import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import { settledInstant } from '../settled.ts'
import { withNew, type Counts } from './counted.ts'
import { answersBetween, countUntil, hasCome } from './store.ts'
import { voidedIn } from './voided.ts'

type Where = {
  readonly database: Database
  readonly jurisdiction: Id<'jurisdiction'>
  readonly consultation: Id<'consultation'>
}

/** Counts the votes of a consultation and shows the counts; where nothing has come since they were shown, nothing is done. */
export type Counting = (where: Where, show: (counts: Counts) => Promise<void>) => Promise<void>

/** Reads every vote each time. */
export const countingAnew: Counting = async ({ database, jurisdiction, consultation }, show) =>
  show(await countUntil(database.read(jurisdiction), consultation, null))

/** A few numbers a statement. */
const mostKept = 1_000

type Kept = {
  readonly counts: Counts
  readonly until: Temporal.Instant
  /** Of how many people the votes had been set aside: once there are more, all is counted anew. */
  readonly voided: number
}

/** Keeps what it has counted, so that the next time needs only the votes that came since. */
export function keepingCounts(): Counting {
  const all = new Map<Id<'consultation'>, Kept>()
  return async (where, show) => {
    const { database, jurisdiction, consultation } = where
    const voided = (await voidedIn(database.read(jurisdiction), consultation)).length
    const before = all.get(consultation)
    const kept = before?.voided === voided ? before : undefined
    if (kept && !(await hasCome(database.read(jurisdiction), consultation, kept.until))) return
    // Not there until it is shown: what fails half-way is counted anew.
    all.delete(consultation)
    const counted = await countOn(where, kept, voided)
    await show(counted.counts)
    for (const oldest of all.size < mostKept ? [] : [...all.keys()].slice(0, 1)) all.delete(oldest)
    all.set(consultation, counted)
  }
}

async function countOn(
  { database, jurisdiction, consultation }: Where,
  kept: Kept | undefined,
  voided: number,
): Promise<Kept> {
  const until = await settledInstant(database, jurisdiction, consultation)
  const read = database.read(jurisdiction)
  if (!kept || Temporal.Instant.compare(until, kept.until) < 0)
    return { until, voided, counts: await countUntil(read, consultation, until) }
  const came = await answersBetween(read, consultation, { since: kept.until, until })
  return { until, voided, counts: withNew(kept.counts, came) }
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import { settledInstant } from '../settled.ts'
import { withNew, type Counts } from './counted.ts'
import { answersBetween, comingAround, countUntil } from './store.ts'
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
  /** How many votes of the minute before were counted. */
  readonly lately: number
  /** Of how many people the votes had been set aside: once there are more, all is counted anew. */
  readonly voided: number
}

/**
 * Keeps what it has counted, so that the next time needs only the votes that came since. A clock that steps back dates votes before what
 * is counted already: then all are counted anew. A step of more than a minute is seen by the clock, a shorter one by the votes.
 */
export function keepingCounts(): Counting {
  const all = new Map<Id<'consultation'>, Kept>()
  return async (where, show) => {
    const { database, jurisdiction, consultation } = where
    const voided = (await voidedIn(database.read(jurisdiction), consultation)).length
    const kept = all.get(consultation)
    const came = kept?.voided === voided ? await cameSince(where, kept) : 'anything'
    if (came === 'nothing') return
    // Not there until it is shown: what fails half-way is counted anew.
    all.delete(consultation)
    const counted = await countOn(where, came === 'later' ? kept : undefined, voided)
    await show(counted.counts)
    for (const oldest of all.size < mostKept ? [] : [...all.keys()].slice(0, 1)) all.delete(oldest)
    all.set(consultation, counted)
  }
}

async function cameSince(
  { database, jurisdiction, consultation }: Where,
  { until, lately }: Kept,
): Promise<'nothing' | 'later' | 'anything'> {
  if (Temporal.Instant.compare(await database.now(), until) < 0) return 'anything'
  const coming = await comingAround(database.read(jurisdiction), consultation, until)
  if (coming.lately !== lately) return 'anything'
  return coming.after > 0 ? 'later' : 'nothing'
}

async function countOn(
  { database, jurisdiction, consultation }: Where,
  kept: Kept | undefined,
  voided: number,
): Promise<Kept> {
  const until = await settledInstant(database, jurisdiction, consultation)
  const read = database.read(jurisdiction)
  const { lately } = await comingAround(read, consultation, until)
  if (!kept || Temporal.Instant.compare(until, kept.until) < 0)
    return { until, lately, voided, counts: await countUntil(read, consultation, until) }
  const came = await answersBetween(read, consultation, { since: kept.until, until })
  return { until, lately, voided, counts: withNew(kept.counts, came) }
}

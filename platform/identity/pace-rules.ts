/**
 * How much one may do in a step of time. Pure. The bounds are far above what a hand can do, and many people behind one line can:
 * a hall full of people who sign in shares an address.
 */

export type PaceKind = 'writing' | 'knocking' | 'searching'

export const minutesPerStep = 10

/** Writing is by account, knocking (a visitor's forms) by where it comes from, searching by either. */
export const mostPerStep: Readonly<Record<PaceKind, number>> = { writing: 600, knocking: 1_200, searching: 600 }

/** When the step began in which this instant lies. */
export function stepOf(now: Temporal.Instant): Temporal.Instant {
  const length = minutesPerStep * 60_000
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}

/** Seconds until one may go on; null where one may now. `count` has this one in it. */
export function secondsToWait({ count, most, now }: Counted): number | null {
  if (count <= most) return null
  const next = stepOf(now).add({ minutes: minutesPerStep })
  return Math.max(1, Math.ceil((next.epochMilliseconds - now.epochMilliseconds) / 1_000))
}

type Counted = { readonly count: number; readonly most: number; readonly now: Temporal.Instant }

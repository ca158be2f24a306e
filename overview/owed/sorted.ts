import type { Owed } from '../../platform/thread/index.ts'

/** Earliest first: what is overdue longest stands at the top. */
export function byDate(owed: readonly Owed[]): readonly Owed[] {
  return owed.toSorted((a, b) => Temporal.Instant.compare(a.due, b.due) || (a.title < b.title ? -1 : 1))
}

/** Done, but after its day: never counted as if it had been in time. */
export function isTooLate({ isDone, doneAt, due }: Owed): boolean {
  if (!isDone || doneAt === undefined || doneAt === null) return false
  return Temporal.Instant.compare(doneAt, due) > 0
}

/**
 * What is open as far as it presses, and what was over last. Each stage told its first ones: the first of them all are among those,
 * and what comes after them is not, so that late and coming are cut as one list.
 */
export function firstOf(
  owed: readonly Owed[],
  { open, given }: { readonly open: number; readonly given: number },
): readonly Owed[] {
  const done = byDate(owed.filter(({ isDone }) => isDone))
  return [
    ...byDate(owed.filter(({ isDone }) => !isDone)).slice(0, open),
    ...done.slice(Math.max(0, done.length - given)),
  ]
}

export type Sorted = {
  readonly late: readonly Owed[]
  readonly coming: readonly Owed[]
  readonly done: readonly Owed[]
}

/** Overdue, coming and kept at this moment. Nothing is lost, nothing counted twice. */
export function sorted(owed: readonly Owed[], now: Temporal.Instant): Sorted {
  const open = owed.filter((one) => !one.isDone)
  const isLate = (one: Owed): boolean => Temporal.Instant.compare(one.due, now) < 0
  return {
    late: byDate(open.filter(isLate)),
    coming: byDate(open.filter((one) => !isLate(one))),
    done: byDate(owed.filter((one) => one.isDone)).toReversed(),
  }
}

/** How a promised day stands, and which answers repeat one another: pure, for pages and for lists of what is owed. */

export type DueState = 'due' | 'overdue' | 'long-overdue'

// After a month of silence an answer is no longer late by accident.
const longOverdueDays = 30

export function dueState(due: Temporal.Instant, now: Temporal.Instant): DueState {
  if (Temporal.Instant.compare(now, due) <= 0) return 'due'
  const days = due.until(now).total('hours') / 24
  return days > longOverdueDays ? 'long-overdue' : 'overdue'
}

/** The same words in other capitals, spaces or signs are the same words. */
export function normalised(reason: string): string {
  return reason
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** For each number whose reason repeats another's: the other numbers. Empty reasons repeat nothing. O(n). */
export function repeatedReasons(
  reasons: readonly { readonly number: number; readonly reason: string }[],
): ReadonlyMap<number, readonly number[]> {
  const groups = Map.groupBy(reasons, ({ reason }) => normalised(reason))
  const repeated = new Map<number, readonly number[]>()
  for (const [words, same] of groups) {
    if (words === '' || same.length < 2) continue
    for (const { number } of same)
      repeated.set(
        number,
        same.map((other) => other.number).filter((other) => other !== number),
      )
  }
  return repeated
}

/** How a promised day stands: pure, for pages and for lists of what is owed. */

export type DueState = 'due' | 'overdue' | 'long-overdue'

// After a month of silence an answer is no longer late by accident.
const longOverdueDays = 30

export function dueState(due: Temporal.Instant, now: Temporal.Instant): DueState {
  if (Temporal.Instant.compare(now, due) <= 0) return 'due'
  const days = due.until(now).total('hours') / 24
  return days > longOverdueDays ? 'long-overdue' : 'overdue'
}

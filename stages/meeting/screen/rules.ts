/** What stands on the screen is told from the items in their order. */
export type ScreenItem = {
  readonly number: number
  readonly minutes: number | null
  readonly openedAt: Temporal.Instant | null
}

/** The item asked for; else the one the meeting is at; else the first. */
export function itemOnScreen<Item extends ScreenItem>(items: readonly Item[], asked: number): Item | undefined {
  return items.find(({ number }) => number === asked) ?? items.findLast(({ openedAt }) => openedAt !== null) ?? items[0]
}

/** Whole minutes left of an item that runs, below zero when it is over; null where it does not run or has no length. */
export function minutesLeft({ minutes, openedAt }: ScreenItem, now: Temporal.Instant): number | null {
  if (minutes === null || openedAt === null) return null
  return Math.ceil(now.until(openedAt.add({ minutes })).total('minutes'))
}

type Due = { readonly due: Temporal.Instant; readonly title: string }

export type ByDay<Item> = {
  readonly late: readonly Item[]
  readonly soon: readonly Item[]
  readonly later: readonly Item[]
}

const daysSoon = 30

/** What is past its day, what comes within a month, and the rest: in each the first due first. */
export function byDay<Item extends Due>(items: readonly Item[], now: Temporal.Instant): ByDay<Item> {
  const soonUntil = now.add({ hours: 24 * daysSoon })
  const sorted = items.toSorted((a, b) => Temporal.Instant.compare(a.due, b.due) || (a.title < b.title ? -1 : 1))
  const isLate = ({ due }: Item): boolean => Temporal.Instant.compare(due, now) < 0
  const isSoon = ({ due }: Item): boolean => Temporal.Instant.compare(due, soonUntil) <= 0
  return {
    late: sorted.filter(isLate),
    soon: sorted.filter((item) => !isLate(item) && isSoon(item)),
    later: sorted.filter((item) => !isLate(item) && !isSoon(item)),
  }
}

type Timed = { readonly due: Temporal.Instant | null }

/** The first due first; what has no date comes last, in the order it came. */
export function byClock<Item extends Timed>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => {
    if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null)
    return Temporal.Instant.compare(a.due, b.due)
  })
}

type Timed = { readonly due: Temporal.Instant | null; readonly since?: Temporal.Instant | null }

/** The first due first, and what could be done since a day as if it were due then; what has no date comes last, in the order it came. */
export function byClock<Item extends Timed>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((one, other) => {
    const [a, b] = [timeOf(one), timeOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return Temporal.Instant.compare(a, b)
  })
}

function timeOf({ due, since = null }: Timed): Temporal.Instant | null {
  return due ?? since
}

/** Three orders of the same list: as the writer was shown it, as she left it, as it stands meanwhile. */
export type Orders = {
  readonly base: readonly string[]
  readonly wanted: readonly string[]
  /** What stands now, without what is to go. */
  readonly current: readonly string[]
}

/**
 * The order to bring about. Where the writer moved nothing, what stands keeps its order and only newcomers find their place
 * behind the one they followed; where she moved something her order holds, and what others added stays behind its neighbour.
 */
export function orderOf({ base, wanted, current }: Orders): readonly string[] {
  const shown = new Set(base)
  const left = new Set(wanted)
  const kept = base.filter((id) => left.has(id))
  const keptAsLeft = wanted.filter((id) => shown.has(id))
  const hasMoved = kept.some((id, i) => id !== keptAsLeft[i])
  return hasMoved ? behindNeighbours(wanted, current) : behindNeighbours(current, wanted)
}

/** `first` as it is, and what only `second` has behind the one it follows there. */
function behindNeighbours(first: readonly string[], second: readonly string[]): readonly string[] {
  const order = [...first]
  const known = new Set(first)
  let before: string | undefined
  for (const id of second) {
    if (!known.has(id)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    before = id
  }
  return order
}

/**
 * The most that can stay where it is: a longest increasing subsequence of places (Schensted 1961). All else is moved.
 * O(n²), n being sections of a text or clauses of a section.
 */
export function stayingOf(current: readonly string[], order: readonly string[]): ReadonlySet<string> {
  const places = new Map(order.map((id, place) => [id, place]))
  const chains: (readonly string[])[] = []
  for (const [i, id] of current.entries()) {
    const place = places.get(id)
    if (place === undefined) continue
    let longest: readonly string[] = []
    for (const chain of chains.slice(0, i)) {
      const end = chain.at(-1)
      if (end !== undefined && (places.get(end) ?? 0) < place && chain.length > longest.length) longest = chain
    }
    chains.push([...longest, id])
  }
  return new Set(chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []))
}

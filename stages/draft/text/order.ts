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
  const known = new Set(first)
  // Newcomers by the one of `first` they follow; those who follow one another stay together. Undefined: at the beginning.
  const following = new Map<string | undefined, string[]>()
  let before: string | undefined
  for (const id of second) {
    if (known.has(id)) before = id
    else following.set(before, [...(following.get(before) ?? []), id])
  }
  return [undefined, ...first].flatMap((id) => [...(id === undefined ? [] : [id]), ...(following.get(id) ?? [])])
}

/**
 * The most that can stay where it is: a longest increasing subsequence of places (Schensted 1961; with the ends of chains kept in
 * order, Fredman 1975). All else is moved. O(n log n), n being sections of a text or clauses of a section.
 */
export function stayingOf(current: readonly string[], order: readonly string[]): ReadonlySet<string> {
  const places = new Map(order.map((id, place) => [id, place]))
  /** The chain of each length that ends at the lowest place. */
  const chains: Chain[] = []
  for (const id of current) {
    const place = places.get(id)
    if (place === undefined) continue
    let [low, high] = [0, chains.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((chains[middle]?.place ?? place) < place) low = middle + 1
      else high = middle
    }
    chains[low] = { id, place, before: chains[low - 1] }
  }
  const staying = new Set<string>()
  for (let link = chains.at(-1); link; link = link.before) staying.add(link.id)
  return staying
}

type Chain = { readonly id: string; readonly place: number; readonly before: Chain | undefined }

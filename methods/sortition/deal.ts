import { shuffled } from '@folkmoot/basics/seeded.ts'
import type { HouseholdClass, Pool } from './alike.ts'
import { nth } from './nth.ts'

/**
 * Who of each kind sits on which panel: everybody of a kind in turn, in an order of chance, so that over all panels no two of
 * a kind differ by more than one. Of a household at most one on a panel.
 *
 * Shape: panels × kinds → for each panel the indices of its candidates, ascending. Kinds without housemates are dealt like
 * cards. Households of a class are dealt to the kinds of each panel, scarcest first, those used least of all first.
 * O(panels × size × log of the households in a class).
 */
export function deal(pool: Pool, panels: readonly Int32Array[], seed: string): readonly (readonly number[])[] {
  const drawn: number[][] = panels.map(() => [])
  const inClasses = new Set(pool.classes.flatMap(({ kinds }) => kinds))
  for (const [kind, { members }] of pool.kinds.entries()) {
    if (inClasses.has(kind)) continue
    const order = shuffled(members, `${seed}/${kind}`)
    let next = 0
    for (const [at, seats] of panels.entries())
      for (let seat = 0; seat < nth(seats, kind); seat += 1) {
        nth(drawn, at).push(nth(order, next % order.length))
        next += 1
      }
  }
  for (const [at, households] of pool.classes.entries())
    dealClass(households, panels, { drawn, seed: `${seed}/class/${at}` })
  return drawn.map((panel) => panel.toSorted((a, b) => a - b))
}

/**
 * Households alike, dealt panel by panel. For each kind its households are in a round of their own; whoever has been used
 * least for the kind comes first, and of those the one used least at all. Two kinds that want the same household on one panel:
 * the kind with fewer seats to go chooses first.
 */
function dealClass(
  { kinds, households }: HouseholdClass,
  panels: readonly Int32Array[],
  { drawn, seed }: { readonly drawn: number[][]; readonly seed: string },
): void {
  const order = shuffled([...households.keys()], seed)
  const used = new Float64Array(households.length)
  const usedFor = kinds.map(() => new Float64Array(households.length))
  const turnOf = kinds.map((_, at) => households.map((household) => shuffled(nth(household, at), `${seed}/${at}`)))
  for (const [panel, seats] of panels.entries()) {
    const free = new Set(order)
    const wanting = [...kinds.keys()].filter((at) => nth(seats, nth(kinds, at)) > 0)
    for (const at of wanting.toSorted((a, b) => nth(seats, nth(kinds, a)) - nth(seats, nth(kinds, b)))) {
      const counts = nth(usedFor, at)
      const chosen = [...free]
        .toSorted((a, b) => nth(counts, a) - nth(counts, b) || nth(used, a) - nth(used, b))
        .slice(0, nth(seats, nth(kinds, at)))
      for (const household of chosen) {
        const alike = nth(nth(turnOf, at), household)
        nth(drawn, panel).push(nth(alike, nth(counts, household) % alike.length))
        counts[household] = nth(counts, household) + 1
        used[household] = nth(used, household) + 1
        free.delete(household)
      }
    }
  }
}

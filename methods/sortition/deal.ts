import { shuffled } from '@folkmoot/basics/seeded.ts'
import type { HouseholdClass, Pool } from './alike.ts'
import { edgeColours } from './edge-colours.ts'
import { nth } from './nth.ts'

/**
 * Who of each kind sits on which panel, so that over all panels no two of a kind differ by more than one, and of a household at most
 * one is on a panel. Both hold always: the households of a class are colours of the edges between panels and kinds.
 *
 * Shape: panels × kinds → for each panel the indices of its candidates, ascending. Kinds without housemates are dealt like
 * cards, in an order of chance; which household is which colour is left to chance too.
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
 * Households alike. Each seat of a kind on a panel is an edge between the two; the household is its colour. A kind is cut into
 * vertices of as many seats as there are households: each household has one of them, and of the last, which may be smaller, one
 * or none. A panel has no more seats than there are households, so the colours suffice; this is an equitable colouring (D. de
 * Werra, 1971). Those of a household and a kind take turns.
 */
function dealClass(
  { kinds, households }: HouseholdClass,
  panels: readonly Int32Array[],
  { drawn, seed }: { readonly drawn: number[][]; readonly seed: string },
): void {
  const order = shuffled([...households.keys()], seed)
  let vertex = 0
  const seats = kinds.flatMap((kind, at) => {
    const of = panels.flatMap((panel, left) => Array.from({ length: nth(panel, kind) }, () => left))
    const first = vertex
    vertex += Math.ceil(of.length / households.length)
    return of.map((left, seat) => ({ at, left, right: first + Math.floor(seat / households.length) }))
  })
  const turnOf = kinds.map((_, at) => households.map((household) => shuffled(nth(household, at), `${seed}/${at}`)))
  const turns = kinds.map(() => new Int32Array(households.length))
  for (const [seat, colour] of edgeColours(seats, households.length).entries()) {
    const { at, left } = nth(seats, seat)
    const household = nth(order, colour)
    const alike = nth(nth(turnOf, at), household)
    const turn = nth(nth(turns, at), household)
    nth(drawn, left).push(nth(alike, turn % alike.length))
    nth(turns, at)[household] = turn + 1
  }
}

import { nth } from './nth.ts'

export type Edge = { readonly left: number; readonly right: number }

/**
 * A colour for each edge of a bipartite graph, so that no two edges at one vertex have the same; as many colours as edges meet at
 * the fullest vertex are enough (D. Kőnig, 1916, by alternating paths). Two edges may join the same vertices.
 *
 * The edges of one right vertex stand together; each takes the first colour that is free on both sides. Where none is, two colours
 * change places along a path that begins at the right vertex; it cannot come to the left one, which has no edge of the first.
 * O(edges × vertices) at worst, near O(edges × colours) in practice.
 */
export function edgeColours(edges: readonly Edge[], colours: number): Int32Array {
  const colourOf = new Int32Array(edges.length).fill(-1)
  const atLeft = new Map<number, Map<number, number>>()
  const atRight = new Map<number, Map<number, number>>()
  const put = (edge: number, colour: number): void => {
    const { left, right } = nth(edges, edge)
    colourOf[edge] = colour
    coloursAt(atLeft, left).set(colour, edge)
    coloursAt(atRight, right).set(colour, edge)
  }
  let free: number[] = []
  for (const [edge, { left, right }] of edges.entries()) {
    if (nth(edges, edge - 1)?.right !== right) free = Array.from({ length: colours }, (_, colour) => colour)
    const here = coloursAt(atLeft, left)
    const place = free.findIndex((colour) => !here.has(colour))
    const found = free[Math.max(0, place)]
    if (found === undefined) throw new RangeError('more edges meet at a vertex than there are colours')
    free.splice(Math.max(0, place), 1)
    put(edge, place === -1 ? freed(found) : found)

    function freed(other: number): number {
      let colour = 0
      while (here.has(colour)) colour += 1
      if (colour >= colours) throw new RangeError('more edges meet at a vertex than there are colours')
      swap(right, colour, other)
      return colour
    }
  }
  return colourOf

  /** Along the path of these two colours from a right vertex that has an edge of the first and none of the second. */
  function swap(from: number, first: number, second: number): void {
    const path: number[] = []
    let next = coloursAt(atRight, from).get(first)
    for (let isOver = true; next !== undefined; isOver = !isOver) {
      path.push(next)
      const { left, right } = nth(edges, next)
      next = isOver ? coloursAt(atLeft, left).get(second) : coloursAt(atRight, right).get(first)
    }
    const turned = path.map((edge) => [edge, nth(colourOf, edge) === first ? second : first] as const)
    for (const edge of path) {
      coloursAt(atLeft, nth(edges, edge).left).delete(nth(colourOf, edge))
      coloursAt(atRight, nth(edges, edge).right).delete(nth(colourOf, edge))
    }
    for (const [edge, colour] of turned) put(edge, colour)
  }
}

function coloursAt(vertices: Map<number, Map<number, number>>, vertex: number): Map<number, number> {
  const found = vertices.get(vertex)
  if (found) return found
  const made = new Map<number, number>()
  vertices.set(vertex, made)
  return made
}

import { soundLinks, type ThreadGraph, type ThreadLink, type ThreadNode } from './thread-graph.ts'

/** How the picture may be filled; lengths in the units of its view box. */
export type ThreadShape = {
  /** Length of the flow, from the first column's start to the last one's end. */
  readonly along: number
  /** A box's length along the flow. */
  readonly box: number
  /** Most room across the flow; exceeded only when the least sizes need more, left unused when little is there. */
  readonly across: number
  /** Least and most room between the boxes of a column. */
  readonly gap: number
  readonly mostGap: number
  /** Most width of one contribution. */
  readonly mostUnit: number
  /** Least size of a box across the flow. */
  readonly least: (node: ThreadNode, column: number) => number
}

export type PlacedNode = {
  readonly node: ThreadNode
  readonly index: number
  readonly column: number
  /** Start along the flow. */
  readonly along: number
  /** Start and size across the flow. */
  readonly across: number
  readonly size: number
  /** Width of all strands through it; they run in its middle. */
  readonly body: number
}

export type PlacedStrand = {
  readonly link: ThreadLink
  readonly from: PlacedNode
  readonly to: PlacedNode
  /** Start across the flow where it leaves and where it arrives; `width` is the same all the way: nothing is lost. */
  readonly start: number
  readonly end: number
  readonly width: number
}

export type ThreadLayout = {
  readonly nodes: readonly PlacedNode[]
  readonly strands: readonly PlacedStrand[]
  /** Start of each column along the flow. */
  readonly columns: readonly number[]
  readonly across: number
  /** Width of one contribution. */
  readonly unit: number
}

/** Places boxes and strands. Pure: the same graph and shape give the same picture. */
export function layThread(graph: ThreadGraph, shape: ThreadShape): ThreadLayout {
  const links = soundLinks(graph)
  const through = throughput(graph, links)
  const needs = graph.columns.map(({ nodes }, c) =>
    nodes.map((node) => ({ node, least: shape.least(node, c), through: through.get(node.id) ?? 0 })),
  )
  const unit = largestUnit(needs, shape)
  const across = Math.max(0, ...needs.map((column) => extent(column, unit, shape.gap)))
  const step = graph.columns.length > 1 ? (shape.along - shape.box) / (graph.columns.length - 1) : 0
  let index = 0
  const nodes = needs.flatMap((column, c) => {
    const used = extent(column, unit, 0)
    const gap = column.length > 1 ? Math.min((across - used) / (column.length - 1), shape.mostGap) : 0
    let at = (across - used - gap * (column.length - 1)) / 2
    return column.map((need): PlacedNode => {
      const size = sizeOf(need, unit)
      const placed = {
        node: need.node,
        index: index++,
        column: c,
        along: c * step,
        across: at,
        size,
        body: need.through * unit,
      }
      at += size + gap
      return placed
    })
  })
  return {
    nodes,
    strands: layStrands(links, nodes, unit),
    columns: graph.columns.map((_, c) => c * step),
    across,
    unit,
  }
}

type Need = { readonly node: ThreadNode; readonly least: number; readonly through: number }

function sizeOf({ least, through }: Need, unit: number): number {
  return Math.max(least, through * unit)
}

function extent(column: readonly Need[], unit: number, gap: number): number {
  return column.reduce((sum, need) => sum + sizeOf(need, unit), 0) + Math.max(0, column.length - 1) * gap
}

/** A box is as thick as the most of: what it weighs, what comes in, what goes out. */
function throughput({ columns }: ThreadGraph, links: readonly ThreadLink[]): ReadonlyMap<string, number> {
  const came = new Map<string, number>()
  const went = new Map<string, number>()
  for (const { from, to, weight } of links) {
    went.set(from, (went.get(from) ?? 0) + weight)
    came.set(to, (came.get(to) ?? 0) + weight)
  }
  return new Map(
    columns.flatMap(({ nodes }) =>
      nodes.map(({ id, weight }) => [id, Math.max(weight, came.get(id) ?? 0, went.get(id) ?? 0, 0)] as const),
    ),
  )
}

/**
 * The widest contribution with which every column still fits; by halving, which is exact enough after 40 steps.
 * Where the least sizes of one column need more than the room, their sum is the room for all.
 */
function largestUnit(columns: readonly (readonly Need[])[], { across, gap, mostUnit }: ThreadShape): number {
  const room = Math.max(across, ...columns.map((column) => extent(column, 0, gap)))
  const fits = (unit: number): boolean => columns.every((column) => extent(column, unit, gap) <= room)
  if (fits(mostUnit)) return mostUnit
  let [low, high] = [0, mostUnit]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  // Where the least sizes alone fill the room, strands stay visible as hairs, as far as no box grows by them.
  const hair = Math.min(mostUnit / 200, ...columns.flat().map(({ least, through }) => least / Math.max(1, through)))
  return Math.max(low, hair)
}

function layStrands(links: readonly ThreadLink[], nodes: readonly PlacedNode[], unit: number): readonly PlacedStrand[] {
  const byId = new Map(nodes.map((node) => [node.node.id, node]))
  const ends = links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)]
    return from && to ? [{ link, from, to, width: link.weight * unit }] : []
  })
  const starts = stacked(
    ends,
    (end) => end.from,
    (end) => end.to,
  )
  const arrivals = stacked(
    ends,
    (end) => end.to,
    (end) => end.from,
  )
  return ends.map((end, i) => ({ ...end, start: starts[i] ?? 0, end: arrivals[i] ?? 0 }))
}

type Ends = { readonly from: PlacedNode; readonly to: PlacedNode; readonly width: number }

/** Strands lie side by side in the middle of their box, in the order of their far ends. */
function stacked(
  ends: readonly Ends[],
  near: (end: Ends) => PlacedNode,
  far: (end: Ends) => PlacedNode,
): readonly number[] {
  const widths = new Map<PlacedNode, number>()
  for (const end of ends) widths.set(near(end), (widths.get(near(end)) ?? 0) + end.width)
  const at = new Map([...widths].map(([node, width]) => [node, node.across + (node.size - width) / 2]))
  const places: number[] = []
  const order = ends.map((_, i) => i).toSorted((a, b) => rank(ends[a], far) - rank(ends[b], far) || a - b)
  for (const i of order) {
    const end = ends[i]
    if (!end) continue
    const place = at.get(near(end)) ?? 0
    places[i] = place
    at.set(near(end), place + end.width)
  }
  return places
}

function rank(end: Ends | undefined, far: (end: Ends) => PlacedNode): number {
  return end ? far(end).across : 0
}

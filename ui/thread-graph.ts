/** What the thread picture is drawn from. It knows nothing of stages: columns from first to last, and links between them. */
export type ThreadNode = {
  readonly id: string
  readonly title: string
  /** Of the title, where it is not the page's. */
  readonly lang?: string | undefined
  /** For a box too narrow for the title, on a phone. */
  readonly short?: string | undefined
  /** Second line: a vote, a date, "88 of 212". */
  readonly sub?: string | undefined
  readonly href: string
  /** How many contributions stand behind it. */
  readonly weight: number
  readonly state: 'done' | 'promised' | 'late' | 'ended' | 'changed'
  /** A number that stands before the title: how many are in this kind or clause. */
  readonly count?: string | undefined
  /** Of these how many stand behind a box of the column that makes the rows of the table, by its id. */
  readonly shares?: ReadonlyMap<string, number> | undefined
  /** Why it ends here. */
  readonly end?: string | undefined
  /** The sign of an answer. */
  readonly sign?: 'accepted' | 'changed' | 'referred' | 'parked' | 'rejected' | undefined
  /** Said after the visible words: "recommendation, 42 contributions". */
  readonly spoken?: string | undefined
}

export type ThreadColumn = {
  readonly title: string
  readonly sub: string
  /** Stands in the column while nothing is in it: "from 1 March 2028". */
  readonly coming?: string | undefined
  readonly nodes: readonly ThreadNode[]
}

export type ThreadLink = {
  readonly from: string
  readonly to: string
  readonly weight: number
  readonly promised?: boolean | undefined
}

export type ThreadGraph = { readonly columns: readonly ThreadColumn[]; readonly links: readonly ThreadLink[] }

/** Links that go forward between things that are there, heavier than nothing; the others cannot be drawn. */
export function soundLinks({ columns, links }: ThreadGraph): readonly ThreadLink[] {
  const column = new Map(columns.flatMap(({ nodes }, c) => nodes.map(({ id }) => [id, c] as const)))
  return links.filter(
    ({ from, to, weight }) => (column.get(from) ?? Infinity) < (column.get(to) ?? -Infinity) && weight > 0,
  )
}

/** Everything upstream and downstream of a node, itself among it, in ids; and the links on the way, by index. */
export function pathOf(
  id: string,
  links: readonly ThreadLink[],
): { readonly nodes: ReadonlySet<string>; readonly links: ReadonlySet<number> } {
  const nodes = new Set([id])
  const on = new Set<number>()
  walk(id, (link) => [link.from, link.to])
  walk(id, (link) => [link.to, link.from])
  return { nodes, links: on }

  function walk(start: string, ends: (link: ThreadLink) => readonly [string, string]): void {
    const waiting = [start]
    const seen = new Set(waiting)
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      for (const [i, link] of links.entries()) {
        const [near, far] = ends(link)
        if (near !== here) continue
        on.add(i)
        nodes.add(far)
        if (!seen.has(far)) {
          seen.add(far)
          waiting.push(far)
        }
      }
    }
  }
}

/**
 * Orders each column so that strands cross as little as they may: the column in the middle of the story
 * (`anchor`) and the first keep their order, the others follow the mean place of what they hang on. What hangs
 * on nothing comes last.
 */
export function ordered(graph: ThreadGraph, anchor: number): ThreadGraph {
  const links = soundLinks(graph)
  const columns = graph.columns.map((column) => column.nodes)
  const follow = (c: number, towards: 1 | -1): void => {
    const place = new Map(columns.flatMap((nodes) => nodes.map(({ id }, i) => [id, (i + 0.5) / nodes.length] as const)))
    const mean = new Map(
      columns[c]?.map(({ id }) => {
        const far = links.flatMap((link) =>
          towards === 1 && link.from === id
            ? [[link.to, link.weight] as const]
            : towards === -1 && link.to === id
              ? [[link.from, link.weight] as const]
              : [],
        )
        const all = far.reduce((sum, [, weight]) => sum + weight, 0)
        return [
          id,
          all === 0 ? Infinity : far.reduce((sum, [other, weight]) => sum + (place.get(other) ?? 0) * weight, 0) / all,
        ] as const
      }),
    )
    columns[c] = (columns[c] ?? []).toSorted((a, b) => compare(mean.get(a.id) ?? Infinity, mean.get(b.id) ?? Infinity))
  }
  for (let c = anchor - 1; c > 0; c--) follow(c, 1)
  for (let c = anchor + 1; c < columns.length; c++) follow(c, -1)
  return { ...graph, columns: graph.columns.map((column, c) => ({ ...column, nodes: columns[c] ?? [] })) }
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

import type { Child } from 'hono/jsx'
import { Table } from './table.tsx'
import { pathOf, soundLinks, type ThreadGraph, type ThreadNode } from './thread-graph.ts'

export type ThreadTableProps = {
  readonly graph: ThreadGraph
  readonly caption: string
  /** The column that makes the rows: recommendations. While it is empty, the first that is not. */
  readonly anchor?: number | undefined
  readonly words: {
    /** In a cell nothing is in: "Not yet". */
    readonly none: string
    /** Heads the row of what hangs on no recommendation: "Not in a recommendation". */
    readonly rest: string
  }
}

/** The thread as a table: a row for each recommendation, with all that led to it and all that followed. */
export function ThreadTable({ graph, caption, anchor = 2, words }: ThreadTableProps) {
  const links = soundLinks(graph)
  const filled = graph.columns.map(({ nodes }) => nodes.length > 0)
  const main = filled[anchor] ? anchor : Math.max(0, filled.indexOf(true))
  const order = [main, ...graph.columns.keys().filter((c) => c !== main)]
  const covered = new Set<string>()
  const rows = (graph.columns[main]?.nodes ?? []).map((node) => {
    const path = pathOf(node.id, links).nodes
    for (const id of path) covered.add(id)
    const end = endOf(graph, path)
    const none = (c: number): string => (c > end ? '–' : words.none)
    return { cells: order.map((c) => (c === main ? named(node) : cell(nodesIn(graph, c, path), none(c), node.id))) }
  })
  const rest = new Set(
    graph.columns.flatMap(({ nodes }) => nodes.filter(({ id }) => !covered.has(id)).map(({ id }) => id)),
  )
  const restRow =
    rest.size > 0 ? [{ cells: order.map((c) => (c === main ? words.rest : cell(nodesIn(graph, c, rest), '–'))) }] : []
  return (
    <Table
      caption={caption}
      columns={order.map((c) => ({ label: graph.columns[c]?.title ?? '' }))}
      rows={[...rows, ...restRow]}
    />
  )
}

/** The column where a path has ended, such as a refusal: nothing is to come behind it. */
function endOf(graph: ThreadGraph, path: ReadonlySet<string>): number {
  const at = graph.columns.findIndex((_, c) => {
    const nodes = nodesIn(graph, c, path)
    return nodes.length > 0 && nodes.every(({ state }) => state === 'ended')
  })
  return at === -1 ? graph.columns.length : at
}

function nodesIn(graph: ThreadGraph, c: number, ids: ReadonlySet<string>): readonly ThreadNode[] {
  return graph.columns[c]?.nodes.filter(({ id }) => ids.has(id)) ?? []
}

function cell(nodes: readonly ThreadNode[], none: string, row?: string): Child {
  if (nodes.length === 0) return <span class="fm-muted">{none}</span>
  return nodes.map((node, i) => (
    <>
      {i > 0 ? ', ' : ''}
      {named(node, row)}
    </>
  ))
}

/** In a row what stands behind that row is counted, in the row of the rest all of it. */
function named({ title, lang, sub, count, end, href, shares }: ThreadNode, row?: string): Child {
  const share = row === undefined ? undefined : shares?.get(row)
  const more = [share?.toString() ?? count, sub, end].filter(Boolean).join(', ')
  return (
    <>
      <a href={href} lang={lang}>
        {title}
      </a>
      {more ? <span class="fm-muted fm-table__more"> ({more})</span> : ''}
    </>
  )
}

import { pathOf, soundLinks, type ThreadGraph } from './thread-graph.ts'

/** How many boxes of one picture can light their path; those beyond stay links without light. */
export const mostLit = 120

/**
 * The rules of `styles/thread-light.css`: pointing at box i dims all that is not on its path, without script and
 * without inline styles. A test compares the file with this.
 */
export function lightRules(): string {
  const rules = Array.from(
    { length: mostLit },
    (_, i) => `.fm-thread:has(.n${i}:is(:hover,:focus-visible)) :is(.s,.n):not(.o${i}){opacity:var(--off)}`,
  )
  return ['/* Written by lightRules() in thread-light.ts. Do not edit. */', ...rules, ''].join('\n')
}

/** For each box and each link of a graph the `o…` classes of those whose path it is on. Boxes in the order of the columns. */
export function lightClasses(graph: ThreadGraph): {
  readonly nodes: ReadonlyMap<string, string>
  readonly links: readonly string[]
} {
  const links = soundLinks(graph)
  const all = graph.columns.flatMap((column) => column.nodes)
  const nodes = new Map(all.map(({ id }) => [id, [] as string[]]))
  const onLinks = links.map(() => [] as string[])
  for (const [i, { id }] of all.slice(0, mostLit).entries()) {
    const path = pathOf(id, links)
    for (const on of path.nodes) nodes.get(on)?.push(`o${i}`)
    for (const on of path.links) onLinks[on]?.push(`o${i}`)
  }
  return {
    nodes: new Map([...nodes].map(([id, names]) => [id, names.join(' ')])),
    links: onLinks.map((names) => names.join(' ')),
  }
}

import { pathOf, soundLinks, type ThreadGraph, type ThreadNode } from '../../ui/index.ts'

/** The best-told strand of a case: from how many contributions, through which recommendation, to what it led to. */
export type Change = {
  /** The last thing that came: it names the line. */
  readonly title: string
  readonly contributions: { readonly count: number; readonly href: string } | null
  readonly recommendation: { readonly number: number; readonly href: string }
  /** Answer, commitment and outcome that are there, in this order. */
  readonly later: readonly ThreadNode[]
}

/**
 * The strand that came furthest; of those, the one with most contributions behind it. Undefined while nothing is
 * answered: an answer that is proposed, parked or sent on has changed nothing yet.
 */
export function changeOf(graph: ThreadGraph): Change | undefined {
  const links = soundLinks(graph)
  const [sources = [], , recommendations = [], answers = [], commitments = [], outcomes = []] = graph.columns.map(
    (column) => column.nodes,
  )
  const strands = recommendations.flatMap((node, i): readonly (Change & { readonly rank: number })[] => {
    const path = pathOf(node.id, links).nodes
    const on = (nodes: readonly ThreadNode[]): ThreadNode | undefined => best(nodes.filter(({ id }) => path.has(id)))
    const later = [on(answers), on(commitments), on(outcomes)].flatMap((one) => one ?? [])
    const last = later.at(-1)
    if (!last || (later.length === 1 && last.state === 'promised')) return []
    const source = best(sources.filter(({ id }) => path.has(id)))
    const done = later.filter((one) => one.state === 'done' || one.state === 'changed').length
    return [
      {
        rank: done * 1_000_000 + later.length * 100_000 + node.weight,
        title: later.length > 1 ? last.title : node.title.replace(/^\d+ /, ''),
        contributions: source ? { count: node.weight, href: source.href } : null,
        recommendation: { number: i + 1, href: node.href },
        later,
      },
    ]
  })
  return strands.toSorted((a, b) => b.rank - a.rank)[0]
}

function best(nodes: readonly ThreadNode[]): ThreadNode | undefined {
  return nodes.toSorted((a, b) => Number(b.state === 'done') - Number(a.state === 'done') || b.weight - a.weight)[0]
}

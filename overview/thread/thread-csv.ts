import { csvOf } from '@folkmoot/basics/csv.ts'
import { soundLinks, type ThreadGraph } from '../../ui/index.ts'

export type CsvWords = { readonly head: readonly string[]; readonly promised: string; readonly done: string }

/** The strands of a thread, one a line. */
export function threadCsv(graph: ThreadGraph, words: CsvWords): string {
  const boxes = new Map(
    graph.columns.flatMap((column) => column.nodes.map((node) => [node.id, { node, column: column.title }] as const)),
  )
  const lines = soundLinks(graph).map(({ from, to, weight, promised }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    return [a?.column, a?.node.title, b?.column, b?.node.title, String(weight), promised ? words.promised : words.done]
  })
  return csvOf([words.head, ...lines])
}

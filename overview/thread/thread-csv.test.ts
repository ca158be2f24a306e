import { expect, test } from 'vitest'
import type { ThreadGraph } from '../../ui/index.ts'
import { threadCsv } from './thread-csv.ts'

const graph: ThreadGraph = {
  columns: [
    { title: 'told', sub: '', nodes: [{ id: 'a', title: '=cmd("x")', href: '', weight: 2, state: 'done' }] },
    { title: 'text', sub: '', nodes: [{ id: 'b', title: 'one, "two"', href: '', weight: 2, state: 'done' }] },
  ],
  links: [{ from: 'a', to: 'b', weight: 2, promised: true }],
}

test('strands are lines, quotes are doubled and formulas stay text', () => {
  const csv = threadCsv(graph, { head: ['a', 'b', 'c', 'd', 'n', 's'], promised: 'promised', done: 'done' })
  expect(csv).toBe('\ufeffa,b,c,d,n,s\r\ntold,"\'=cmd(""x"")",text,"one, ""two""",2,promised\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  [' @SUM(A1)', " '@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['a;=HYPERLINK(A1)', '"a;\'=HYPERLINK(A1)"'],
  ['a\t+1', '"a\t\'+1"'],
  ['two - three; four-five', '"two - three; four-five"'],
])('%j is a text in every spreadsheet', (title, cell) => {
  const [column, other] = graph.columns
  if (!column || !other) throw new Error('the graph has two columns')
  const nodes = column.nodes.map((node) => ({ ...node, title }))
  const csv = threadCsv(
    { ...graph, columns: [{ ...column, nodes }, other] },
    { head: ['a', 'b', 'c', 'd', 'n', 's'], promised: 'promised', done: 'done' },
  )
  expect(csv).toContain(`told,${cell},text,`)
})

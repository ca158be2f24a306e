import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harbour, young } from './gallery/threads.ts'
import { ordered, pathOf, soundLinks, type ThreadGraph, type ThreadNode } from './thread-graph.ts'
import { layThread, type ThreadLayout, type ThreadShape } from './thread-layout.ts'
import { lightRules } from './thread-light.ts'
import { ThreadTable } from './thread-table.tsx'
import { Thread } from './thread.tsx'

const shape: ThreadShape = {
  along: 1216,
  box: 138,
  across: 640,
  gap: 12,
  mostGap: 38,
  mostUnit: 9,
  least: () => 46,
}
const words = {
  title: 'The thread',
  description: 'How to read it',
  done: 'done',
  promised: 'promised',
  ended: 'ended',
}
const tolerance = 1e-6

const graphs: fc.Arbitrary<ThreadGraph> = fc
  .array(fc.array(fc.nat(500), { maxLength: 8 }), { minLength: 1, maxLength: 6 })
  .chain((columns) => {
    const nodes = columns.map((weights, c) =>
      weights.map((weight, i): ThreadNode => ({
        id: `${c}-${i}`,
        title: `${c} ${i}`,
        href: '/',
        weight,
        state: 'done',
      })),
    )
    const ids = nodes.flat().map(({ id }) => id)
    const id = ids.length > 0 ? fc.constantFrom(...ids, 'nobody') : fc.constant('nobody')
    return fc.record({
      columns: fc.constant(nodes.map((list, c) => ({ title: `${c}`, sub: '', nodes: list }))),
      links: fc.array(fc.record({ from: id, to: id, weight: fc.integer({ min: -3, max: 300 }) }), {
        maxLength: 40,
      }),
    })
  })

test('no strand loses width, none leaves its box, and strands of a box do not lie on each other', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const layout = layThread(graph, shape)
      for (const { link, width } of layout.strands) expect(width).toBeCloseTo(link.weight * layout.unit, 6)
      for (const node of layout.nodes) {
        stackedWithin(
          layout.strands.filter(({ from }) => from === node).map(({ start, width }) => [start, width]),
          node,
        )
        stackedWithin(
          layout.strands.filter(({ to }) => to === node).map(({ end, width }) => [end, width]),
          node,
        )
      }
    }),
  )
})

test('nothing is negative, nothing is lost, boxes of a column do not overlap', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const layout = layThread(graph, shape)
      expect(layout.unit).toBeGreaterThan(0)
      expect(layout.strands).toHaveLength(soundLinks(graph).length)
      expect(layout.nodes).toHaveLength(graph.columns.flatMap(({ nodes }) => nodes).length)
      for (const [i, node] of layout.nodes.entries()) {
        expect(node.across).toBeGreaterThanOrEqual(-tolerance)
        expect(node.size).toBeGreaterThanOrEqual(46)
        const above = layout.nodes[i - 1]
        if (above?.column === node.column)
          expect(node.across).toBeGreaterThanOrEqual(above.across + above.size - tolerance)
      }
    }),
  )
})

test('however many contributions, the picture takes no more room than it was given or its boxes need', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 10_000 }), (graph, times) => {
      const heavy = { ...graph, links: graph.links.map((link) => ({ ...link, weight: link.weight * times })) }
      const most = Math.max(...graph.columns.map(({ nodes: { length } }) => length * 46 + (length - 1) * shape.gap))
      expect(layThread(heavy, shape).across).toBeLessThanOrEqual(Math.max(shape.across, most) + 0.01)
    }),
  )
})

test('the same graph gives the same picture', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      expect(layThread(structuredClone(graph), shape)).toEqual(layThread(graph, shape))
      expect(ordered(structuredClone(graph), 2)).toEqual(ordered(graph, 2))
    }),
  )
})

test('ordering keeps every box in its column', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const sorted = (nodes: readonly ThreadNode[] | undefined) => nodes?.map(({ id }) => id).toSorted()
      for (const [c, column] of ordered(graph, 2).columns.entries())
        expect(sorted(column.nodes)).toEqual(sorted(graph.columns[c]?.nodes))
    }),
  )
})

test('a path is all that led to a box and all that followed, and nothing beside it', () => {
  const path = pathOf('r1', harbour.links).nodes
  expect([...path].toSorted()).toEqual(['a1', 'c3', 'c8', 'e', 'k3', 'l', 'm', 'o2', 'r1', 'w', 'x'])
})

test('every box is a link whose name begins with the words one sees', () => {
  const html = String(<Thread graph={harbour} words={words} source="The record" />)
  const links = [...html.matchAll(/<a class="n [^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
  expect(links).toHaveLength(34 * 2)
  for (const [, name, inside] of links) {
    const seen = [...(inside ?? '').matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ')
    expect(name?.startsWith(seen)).toBe(true)
  }
})

test('a long reason stays in its box, and is said whole', () => {
  const end = 'The gate does the same for less, and the front of the old quay stays as it is'
  const node: ThreadNode = {
    id: 'a',
    title: 'Not accepted',
    sign: 'rejected',
    href: '/',
    weight: 1,
    state: 'ended',
    end,
  }
  const html = String(
    <Thread graph={{ columns: [{ title: '', sub: '', nodes: [node] }], links: [] }} words={words} source="" />,
  )
  for (const [, text] of html.matchAll(/<text class="(?:t|sub)"[^>]*>([^<]*)</g)) expect(text?.length).toBeLessThan(17)
  expect(html).toContain(end)
})

test('on a phone a box says its short name, or its number where the column has no room; what is late says so', () => {
  const nodes = (titles: readonly string[], more: Partial<ThreadNode>): readonly ThreadNode[] =>
    titles.map((title) => ({ id: title, title, href: '/', weight: 1, state: 'done', ...more }))
  const many = ['Warnings', 'Floods', 'Valves of cellars', 'A gate', 'Harbourwall', 'A garden for the rain']
  const tall = String(
    <Thread
      graph={{
        columns: [
          { title: '', sub: '', nodes: nodes(many, {}) },
          { title: '', sub: '', nodes: nodes(['Accepted with changes and conditions'], { short: 'Yes, but' }) },
          { title: '', sub: '', nodes: nodes(['Plant the garden'], { state: 'late', sub: '60 days late' }) },
        ],
        links: [],
      }}
      words={words}
      source=""
    />,
  ).split('fm-thread--tall')[1]
  const seen = [...(tall ?? '').matchAll(/<text class="(?:t|num|sub)"[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(seen).toEqual(expect.arrayContaining(['1', '6', 'Plant the', '60 days late']))
  expect(seen).not.toContain('A gate')
})

test('what is to come stands in its column', () => {
  expect(String(<Thread graph={young} words={words} source="" />)).toContain('by 3 March 2027')
  expect(String(<Thread graph={{ columns: [], links: [] }} words={words} source="" />)).toContain('fm-loom')
})

test('two hundred boxes in a column still have room', () => {
  const nodes = Array.from({ length: 200 }, (_, i): ThreadNode => ({
    id: `${i}`,
    title: 'Donaudampfschifffahrtsgesellschaft',
    short: 'Donau',
    href: '/',
    weight: 1,
    state: 'done',
  }))
  const html = String(
    <Thread graph={{ columns: [{ title: '', sub: '', nodes }], links: [] }} words={words} source="" />,
  )
  expect(html).not.toMatch(/(width|height)="-|NaN|Infinity/)
})

test('nothing typed by people becomes markup', () => {
  const evil: ThreadGraph = {
    columns: [
      {
        title: '<i>',
        sub: '"',
        nodes: [{ id: '1', title: '</text><script>', href: '/"x', weight: 1, state: 'ended', end: '<b>' }],
      },
    ],
    links: [],
  }
  const html =
    String(<Thread graph={evil} words={words} source="" />) +
    String(<ThreadTable graph={evil} caption="<u>" words={{ none: '', rest: '' }} />)
  expect(html).not.toMatch(/<(i|b|u|script)>/)
})

test('the table names every box of the picture', () => {
  const html = String(
    <ThreadTable graph={harbour} caption="The thread" words={{ none: 'Not yet', rest: 'Not in a recommendation' }} />,
  )
  for (const { title } of harbour.columns.flatMap(({ nodes }) => nodes)) expect(html).toContain(`>${title}</a>`)
})

test('the table promises nothing behind a refusal', () => {
  const html = String(
    <ThreadTable graph={harbour} caption="The thread" words={{ none: 'Not yet', rest: 'Not in a recommendation' }} />,
  )
  const rows = html.split('<tr').filter((row) => row.includes('>Not accepted</a>'))
  expect(rows).not.toEqual([])
  for (const row of rows) expect(row).not.toContain('Not yet')
})

test('the stylesheet of lights is the one that is written', () => {
  expect(readFileSync(new URL('./styles/thread-light.css', import.meta.url), 'utf8')).toBe(lightRules())
})

function stackedWithin(strands: readonly (readonly [number, number])[], node: ThreadLayout['nodes'][number]): void {
  let at = node.across + (node.size - node.body) / 2
  for (const [start, width] of strands.toSorted(([a], [b]) => a - b)) {
    expect(start).toBeGreaterThanOrEqual(at - tolerance)
    at = start + width
  }
  expect(at).toBeLessThanOrEqual(node.across + (node.size + node.body) / 2 + tolerance)
}

import { describe, expect, test } from 'vitest'
import type { ThreadGraph, ThreadNode } from '../../ui/index.ts'
import { changeOf } from './change-of.ts'

const node = (id: string, state: ThreadNode['state'] = 'done', weight = 1): ThreadNode => ({
  id,
  title: id,
  href: `/${id}`,
  weight,
  state,
})
const column = (...nodes: readonly ThreadNode[]) => ({ title: '', sub: '', nodes })

function graph(outcomes: readonly ThreadNode[]): ThreadGraph {
  return {
    columns: [
      column(node('ideas', 'done', 5)),
      column(node('c1'), node('c2')),
      column(node('1 warn', 'done', 2), node('2 wall', 'done', 3)),
      column(node('yes'), node('no', 'ended')),
      column(node('send')),
      column(...outcomes),
    ],
    links: [
      { from: 'ideas', to: 'c1', weight: 2 },
      { from: 'ideas', to: 'c2', weight: 3 },
      { from: 'c1', to: '1 warn', weight: 2 },
      { from: 'c2', to: '2 wall', weight: 3 },
      { from: '1 warn', to: 'yes', weight: 2 },
      { from: '2 wall', to: 'no', weight: 3 },
      { from: 'yes', to: 'send', weight: 2 },
      { from: 'send', to: 'dry', weight: 2 },
    ],
  }
}

describe('what changed, in one line', () => {
  test('is the strand that came furthest, not the widest', () => {
    const change = changeOf(graph([node('dry')]))
    expect(change).toMatchObject({ title: 'dry', contributions: { count: 2 }, recommendation: { number: 1 } })
    expect(change?.later.map((one) => one.id)).toEqual(['yes', 'send', 'dry'])
  })

  test('is not what a politician proposes before the body has voted', () => {
    const { columns, links } = graph([])
    const proposed = columns.map((one, i) => (i === 3 ? column(node('yes', 'promised')) : i > 3 ? column() : one))
    expect(changeOf({ columns: proposed, links })).toBeUndefined()
  })

  test('is nothing while nothing is answered', () => {
    const { columns, links } = graph([])
    expect(changeOf({ columns: columns.map((one, i) => (i > 2 ? column() : one)), links })).toBeUndefined()
  })
})

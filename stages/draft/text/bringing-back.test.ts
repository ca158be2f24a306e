import fc from 'fast-check'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyContent } from './applying.ts'
import { applyWatching, bringBack } from './bringing-back.ts'
import { contentOf, newDocument, type TextContent } from './document.ts'

const [section, other] = [newId('section'), newId('section')]
const ids = [newId('clause'), newId('clause'), newId('clause')] as const
const [a, b, c] = ids

const text = (order: readonly (readonly [string, string])[]): TextContent => ({
  sections: [
    {
      id: section,
      kind: 'passage',
      heading: 'Light',
      clauses: order.map(([id, words]) => ({ id: id as typeof a, text: words })),
    },
    { id: other, kind: 'passage', heading: 'Cold', clauses: [] },
  ],
})
const start = text([
  [a, 'Dark here.'],
  [b, 'Cold there.'],
  [c, 'Wet.'],
])

/** Two who have the same text open and do not hear of each other; `meets` is what a server makes of it, in this order. */
function two() {
  const server = newDocument()
  applyContent(server, undefined, start)
  const copy = (): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return doc
  }
  const writers = { alice: copy(), bashir: copy() }
  const before = Y.encodeStateVector(server)
  return {
    ...writers,
    meets: (order: readonly ('alice' | 'bashir')[]): TextContent => {
      for (const name of order) {
        const lost = applyWatching(server, Y.encodeStateAsUpdate(writers[name], before), null)
        if (lost.length > 0) bringBack(server, lost)
      }
      return contentOf(server)
    },
  }
}

const orders = [
  ['alice', 'bashir'],
  ['bashir', 'alice'],
] as const

describe.each(orders)('words written into what somebody else takes out or moves (%s first, then %s)', (...order) => {
  it('go to where the clause was moved', () => {
    const { alice, bashir, meets } = two()
    applyContent(
      alice,
      undefined,
      text([
        [b, 'Cold there.'],
        [c, 'Wet.'],
        [a, 'Dark here.'],
      ]),
    )
    applyContent(
      bashir,
      undefined,
      text([
        [a, 'Dark and slippery here.'],
        [b, 'Cold there.'],
        [c, 'Wet.'],
      ]),
    )
    expect(meets(order).sections[0]?.clauses.find(({ id }) => id === a)?.text).toBe('Dark and slippery here.')
  })

  it('come back in a clause of their own when the clause was taken out', () => {
    const { alice, bashir, meets } = two()
    applyContent(
      alice,
      undefined,
      text([
        [b, 'Cold there.'],
        [c, 'Wet.'],
      ]),
    )
    applyContent(
      bashir,
      undefined,
      text([
        [a, 'Dark and slippery here.'],
        [b, 'Cold there.'],
        [c, 'Wet.'],
      ]),
    )
    expect(meets(order).sections[0]?.clauses.map((clause) => clause.text)).toEqual([
      'Cold there.',
      'Wet.',
      'and slippery',
    ])
  })

  it('come back in a passage when their section was taken out', () => {
    const { alice, bashir, meets } = two()
    applyContent(alice, undefined, { sections: start.sections.slice(1) })
    applyContent(
      bashir,
      undefined,
      text([
        [a, 'Dark and slippery here.'],
        [b, 'Cold there.'],
        [c, 'Wet.'],
      ]),
    )
    const content = meets(order)
    expect(content.sections.map(({ heading }) => heading)).toEqual(['Cold', ''])
    expect(content.sections[1]?.clauses.map((clause) => clause.text)).toEqual(['and slippery'])
  })
})

it('who takes out what she wrote herself has taken it out', () => {
  const { alice, meets } = two()
  applyContent(
    alice,
    undefined,
    text([
      [a, 'Dark and slippery here.'],
      [b, 'Cold there.'],
      [c, 'Wet.'],
    ]),
  )
  applyContent(
    alice,
    undefined,
    text([
      [b, 'Cold there.'],
      [c, 'Wet.'],
    ]),
  )
  expect(meets(['alice'])).toEqual(
    text([
      [b, 'Cold there.'],
      [c, 'Wet.'],
    ]),
  )
})

it('whatever one of them moves or takes out, no word the other added is lost', () => {
  const orderOf = fc.shuffledSubarray([a, b, c])
  const added = fc.tuple(fc.constantFrom(a, b, c), fc.nat({ max: 3 }))
  const words: Readonly<Record<string, string>> = { [a]: 'Dark here.', [b]: 'Cold there.', [c]: 'Wet.' }
  fc.assert(
    fc.property(orderOf, added, fc.constantFrom(...orders), (left, [into, at], order) => {
      const { alice, bashir, meets } = two()
      applyContent(alice, undefined, text(left.map((id) => [id, words[id] ?? ''])))
      const all = (words[into] ?? '').split(' ')
      const longer = [...all.slice(0, at), 'ANNA', ...all.slice(at)].join(' ')
      applyContent(bashir, undefined, text([a, b, c].map((id) => [id, id === into ? longer : (words[id] ?? '')])))
      const said = meets(order).sections.flatMap(({ clauses }) => clauses.map((clause) => clause.text))
      expect(said.join(' ').split('ANNA')).toHaveLength(2)
    }),
  )
})

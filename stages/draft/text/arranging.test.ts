import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arranged, arrangements } from './arranging.ts'
import type { TextContent } from './document.ts'

const [s, t, a, b, c] = [newId('section'), newId('section'), newId('clause'), newId('clause'), newId('clause')]
const text: TextContent = {
  sections: [
    {
      id: s,
      kind: 'passage',
      heading: 'One',
      clauses: [
        { id: a, text: 'a' },
        { id: b, text: 'b' },
        { id: c, text: 'c' },
      ],
    },
    { id: t, kind: 'recommendation', heading: 'Two', clauses: [] },
  ],
}
const clauses = (of: TextContent) => of.sections.flatMap((one) => one.clauses.map(({ text: words }) => words)).join('')
const headings = (of: TextContent) => of.sections.map(({ heading }) => heading).join(' ')

it.each([
  ['up', b, 'bac', 'One Two'],
  ['up', a, 'abc', 'One Two'],
  ['down', b, 'acb', 'One Two'],
  ['down', c, 'abc', 'One Two'],
  ['remove', b, 'ac', 'One Two'],
  ['down', s, 'abc', 'Two One'],
  ['up', t, 'abc', 'Two One'],
  ['remove', s, '', 'Two'],
] as const)('%s', (how, id, words, order) => {
  const after = arranged(text, how, id)
  expect([clauses(after), headings(after)]).toEqual([words, order])
})

it('loses nothing but what is removed, and touches nothing for an id that is not there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...arrangements), fc.constantFrom(s, t, a, b, c, newId('clause')))),
      (steps) => {
        const removed = new Set(steps.filter(([how]) => how === 'remove').map(([, id]) => id as string))
        const after = steps.reduce((now, [how, id]) => arranged(now, how, id), text)
        const ids = (of: TextContent) =>
          of.sections.flatMap((one) => [one.id, ...one.clauses.map(({ id }) => id as string)])
        const gone = removed.has(s) ? new Set([...removed, a, b, c]) : removed
        expect(ids(after).toSorted()).toEqual(
          ids(text)
            .filter((id) => !gone.has(id))
            .toSorted(),
        )
      },
    ),
  )
})

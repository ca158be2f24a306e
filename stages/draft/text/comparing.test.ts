import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import { compare } from './comparing.ts'
import type { SectionContent, TextContent } from './document.ts'

const [s, t, u] = [newId('section'), newId('section'), newId('section')]
const [a, b, c] = [newId('clause'), newId('clause'), newId('clause')]

const section = (id: string, heading: string, clauses: SectionContent['clauses'] = []): SectionContent => ({
  id,
  kind: 'recommendation',
  heading,
  clauses,
})
const before: TextContent = {
  sections: [
    section(s, 'One', [
      { id: a, text: 'a' },
      { id: b, text: 'b' },
    ]),
    section(t, 'Two', [{ id: c, text: 'c' }]),
  ],
}

it('tells what was added, changed, moved and taken out, and where it stood', () => {
  const after: TextContent = {
    sections: [
      section(t, 'Two', [
        { id: c, text: 'c' },
        { id: b, text: 'b' },
      ]),
      section(u, 'Three'),
      section(s, 'One', [{ id: a, text: 'A' }]),
    ],
  }
  expect(compare(before, after)).toMatchObject([
    {
      id: t,
      how: 'changed',
      clauses: [
        { id: c, how: 'same' },
        { id: b, how: 'moved' },
      ],
    },
    { id: u, how: 'added', earlierHeading: null },
    { id: s, how: 'changed', clauses: [{ id: a, how: 'changed', before: 'a', after: 'A' }] },
  ])
  expect(changesBetween(before, after)).toEqual({
    sections: [
      { id: t, kind: 'recommendation', how: 'revised' },
      { id: u, kind: 'recommendation', how: 'added' },
      { id: s, kind: 'recommendation', how: 'revised' },
    ],
    clauses: [
      { id: b, how: 'moved', section: t },
      { id: a, how: 'changed', section: s },
    ],
  })
})

it('shows what is gone where it stood', () => {
  expect(compare(before, { sections: [section(s, 'One', [{ id: b, text: 'b' }])] })).toMatchObject([
    {
      id: s,
      how: 'changed',
      clauses: [
        { id: a, how: 'gone', number: 1 },
        { id: b, how: 'same' },
      ],
    },
    { id: t, how: 'gone', clauses: [{ id: c, how: 'gone', before: 'c', after: '' }] },
  ])
})

it('a section that becomes a recommendation is a new one, and one that becomes background is taken out', () => {
  const passage: TextContent = { sections: [{ ...section(s, 'One'), kind: 'passage' }] }
  const asked: TextContent = { sections: [section(s, 'One')] }
  expect(changesBetween(passage, asked).sections).toEqual([
    { id: s, kind: 'recommendation', how: 'added' },
    { id: s, kind: 'passage', how: 'gone' },
  ])
})

it('a section that only stands elsewhere is moved, and no words of it have changed', () => {
  const turned = { sections: before.sections.toReversed() }
  expect(
    compare(before, turned)
      .map(({ how }) => how)
      .toSorted(),
  ).toEqual(['moved', 'same'])
  expect(changesBetween(before, turned)).toEqual({ sections: [], clauses: [] })
})

it('leaves out nothing of either version', () => {
  const ids = [s, t, u, a, b, c]
  const some = fc.shuffledSubarray(ids).chain((order) => fc.tuple(fc.constant(order), fc.nat(3)))
  const text = ([order, size]: readonly [readonly string[], number]): TextContent => ({
    sections: order.slice(0, size).map((id, i) =>
      section(
        id,
        `Heading ${i}`,
        order.slice(size + i, size + i + 1).map((one) => ({ id: one as typeof a, text: one })),
      ),
    ),
  })
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [was, now] = [text(one), text(other)]
      const shown = JSON.stringify(compare(was, now))
      for (const { id, clauses } of [...was.sections, ...now.sections])
        for (const each of [id, ...clauses.map((clause) => clause.id)]) expect(shown).toContain(each)
    }),
  )
})

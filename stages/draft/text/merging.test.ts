import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionContent, TextContent } from './document.ts'
import { mergeSection, mergeWords } from './merging.ts'

const word = fc.stringMatching(/^[a-zæøå]{1,6}$/)
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const three = fc.record({ stood: text, written: text, now: text })

describe('merging word by word', () => {
  it.each([
    [
      'both change other words',
      'the way is dark at night',
      'the way is unlit at night',
      'our way is dark at night',
      'our way is unlit at night',
    ],
    [
      'one adds at the end, one at the beginning',
      'light it',
      'light it soon',
      'please light it',
      'please light it soon',
    ],
    ['both do the same', 'a b c', 'a x c', 'a x c', 'a x c'],
    ['only the one who had it open writes', 'a b c', 'a b d', 'a b c', 'a b d'],
    ['only somebody else writes', 'a b c', 'a b c', 'z b c', 'z b c'],
    ['one takes a word out, one puts one in elsewhere', 'a b c d e f', 'a c d e f', 'a b c d e f g', 'a c d e f g'],
  ])('keeps both where %s', (_, stood, written, now, text) => {
    expect(mergeWords({ stood, written, now })).toEqual({ isConflict: false, text })
  })

  it.each([
    ['both change one word differently', 'a b c', 'a x c', 'a y c', 'a y x c'],
    ['one takes out what the other changes', 'a b c', '', 'a b d', 'a b d'],
    ['it was taken out and she wrote in it', 'a b c', 'a b d', null, 'a b d'],
  ] as const)('asks where %s', (_, stood, written, now, proposal) => {
    expect(mergeWords({ stood, written, now })).toEqual({ isConflict: true, proposal })
  })

  it('asks about one word two thousand times over: comparing it held the server for a quarter of a minute at each reading', () => {
    const many = 'a '.repeat(2000).trim()
    const merged = mergeWords({ stood: many, written: `${many} hers`, now: `theirs ${many}` })
    expect(merged).toEqual({ isConflict: true, proposal: `theirs ${many} ${many} hers` })
  })

  it('asks about what is left when a form of a thousand such clauses has been compared for long enough', () => {
    const many = 'a '.repeat(200).trim()
    const clauses = Array.from({ length: 50 }, () => ({ id: newId('clause'), text: many }))
    const opened: SectionContent = { id: newId('section'), kind: 'passage', heading: 'Light', clauses }
    const each = (change: (text: string) => string): SectionContent => ({
      ...opened,
      clauses: clauses.map(({ id, text: words }) => ({ id, text: change(words) })),
    })
    const now = { sections: [each((words) => `theirs ${words}`)] }
    const merged = mergeSection(now, { opened, written: each((words) => `${words} hers`) })
    expect(merged.content.sections[0]?.clauses[0]?.text).toBe(`theirs ${many} hers`)
    expect(merged.conflicts.map(({ place }) => place)).toContain(clauses.at(-1)?.id)
  })

  it('loses no word that either of them put in, merged or asked', () => {
    fc.assert(
      fc.property(three, ({ stood, written, now }) => {
        const merged = mergeWords({ stood, written, now })
        const words = (merged.isConflict ? merged.proposal : merged.text).split(' ')
        const base = new Set(stood.split(' '))
        for (const one of [...written.split(' '), ...now.split(' ')])
          if (one !== '' && !base.has(one)) expect(words).toContain(one)
      }),
    )
  })

  it('is the same whoever of the two comes first, except in what it proposes', () => {
    fc.assert(
      fc.property(three, ({ stood, written, now }) => {
        const one = mergeWords({ stood, written, now })
        const other = mergeWords({ stood, written: now, now: written })
        expect(other.isConflict).toBe(one.isConflict)
        if (!one.isConflict) expect(other).toEqual(one)
      }),
    )
  })

  it('of two who write in parts that do not touch, has both', () => {
    fc.assert(
      fc.property(text, text, text, text, (left, right, newLeft, newRight) => {
        const middle = 'MIDDLE OF THE TEXT'
        const merged = mergeWords({
          stood: `${left} ${middle} ${right}`,
          written: `${newLeft} ${middle} ${right}`,
          now: `${left} ${middle} ${newRight}`,
        })
        expect(merged).toEqual({ isConflict: false, text: `${newLeft} ${middle} ${newRight}`.trim() })
      }),
    )
  })

  it('changes nothing where nothing was written, and takes identical edits once', () => {
    fc.assert(
      fc.property(text, text, (stood, now) => {
        expect(mergeWords({ stood, written: stood, now })).toEqual({ isConflict: false, text: now })
        expect(mergeWords({ stood, written: now, now })).toEqual({ isConflict: false, text: now })
      }),
    )
  })
})

describe('merging a section', () => {
  const [s, t] = [newId('section'), newId('section')]
  const [a, b, c, d] = [newId('clause'), newId('clause'), newId('clause'), newId('clause')]
  const section = (words: Partial<SectionContent> = {}): SectionContent => ({
    id: s,
    kind: 'passage',
    heading: 'Light',
    clauses: [
      { id: a, text: 'one two three' },
      { id: b, text: 'four five six' },
    ],
    ...words,
  })
  const textOf = (...sections: readonly SectionContent[]): TextContent => ({ sections })

  it('follows a clause that was moved to another section meanwhile', () => {
    const now = textOf(
      section({ clauses: [{ id: b, text: 'four five six' }] }),
      section({ id: t, heading: 'Dark', clauses: [{ id: a, text: 'one two three' }] }),
    )
    const written = section({
      clauses: [
        { id: a, text: 'one two 3' },
        { id: b, text: 'four five six' },
      ],
    })
    const merged = mergeSection(now, { opened: section(), written })
    expect(merged.conflicts).toEqual([])
    expect(merged.content.sections[1]?.clauses).toEqual([{ id: a, text: 'one two 3' }])
  })

  it('puts a new clause behind the one it was written behind, beside one that somebody else put there', () => {
    const now = textOf(
      section({
        clauses: [
          { id: a, text: 'one two three' },
          { id: c, text: 'theirs' },
          { id: b, text: 'four five six' },
        ],
      }),
    )
    const written = section({
      clauses: [
        { id: a, text: 'one two three' },
        { id: d, text: 'mine' },
        { id: b, text: 'four five six' },
      ],
    })
    const { content } = mergeSection(now, { opened: section(), written })
    expect(content.sections[0]?.clauses.map(({ text }) => text)).toEqual([
      'one two three',
      'mine',
      'theirs',
      'four five six',
    ])
  })

  it('takes out what was emptied, unless somebody wrote in it: then it asks', () => {
    const written = section({
      clauses: [
        { id: a, text: '' },
        { id: b, text: 'four five six' },
      ],
    })
    expect(mergeSection(textOf(section()), { opened: section(), written }).content.sections[0]?.clauses).toHaveLength(1)
    const now = textOf(
      section({
        clauses: [
          { id: a, text: 'one two four' },
          { id: b, text: 'four five six' },
        ],
      }),
    )
    const merged = mergeSection(now, { opened: section(), written })
    expect(merged.content).toEqual(now)
    expect(merged.conflicts).toEqual([
      { place: a, stood: 'one two three', written: '', now: 'one two four', proposal: 'one two four' },
    ])
  })

  it('asks when the whole section was taken out, and only then when something was written in it', () => {
    const now = textOf(section({ id: t }))
    expect(mergeSection(now, { opened: section(), written: section() }).isGone).toBe(false)
    expect(mergeSection(now, { opened: section(), written: section({ heading: 'More light' }) }).isGone).toBe(true)
  })

  it('touches nothing it was not asked to, to the letter', () => {
    const now = textOf(
      section({
        heading: 'Light  ',
        clauses: [
          { id: a, text: 'one  two three ' },
          { id: b, text: '' },
        ],
      }),
    )
    expect(mergeSection(now, { opened: section(), written: section() }).content).toEqual(now)
  })
})

import fc from 'fast-check'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyContent } from './applying.ts'
import { contentOf, newDocument, rootOf, settleIds, type SectionContent, type TextContent } from './document.ts'
import { lettersBy } from './letters.ts'

const ids = Array.from({ length: 12 }, () => newId('clause'))
const id = (at: number): Id<'clause'> => ids[at] ?? newId('clause')

const words = fc
  .array(fc.constantFrom('light', 'the', 'way', 'school', 'føtter', 'now.', '👣'), { maxLength: 7 })
  .map((all) => all.join(' '))

/** Contents over few ids, so that two of them share sections and clauses in other places. */
const contents: fc.Arbitrary<TextContent> = fc
  .record({
    order: fc.shuffledSubarray(ids.slice(4), { maxLength: 6 }),
    sections: fc.shuffledSubarray(ids.slice(0, 4)),
    words: fc.array(words, { minLength: 12, maxLength: 12 }),
    kinds: fc.array(fc.constantFrom('recommendation', 'passage'), { minLength: 4, maxLength: 4 }),
  })
  .map(({ order, sections, words: said, kinds }) => ({
    sections: sections.map((section, i): SectionContent => ({
      id: section,
      kind: kinds[i] ?? 'passage',
      heading: said[i] ?? '',
      clauses: order
        .filter((_, k) => k % sections.length === i)
        .map((clause) => ({ id: clause, text: said[ids.indexOf(clause)] ?? '' })),
    })),
  }))

function docOf(content: TextContent): Y.Doc {
  const doc = newDocument()
  applyContent(doc, undefined, content)
  return doc
}

/** Another copy of a document, as another person has it open. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = newDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function meet(...docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
}

const one = (text: string): TextContent => ({
  sections: [{ id: id(0), kind: 'recommendation', heading: 'Light', clauses: [{ id: id(1), text }] }],
})

describe('what is written into a document', () => {
  it('is what is read from it, whatever stood there', () => {
    fc.assert(
      fc.property(contents, contents, (first, second) => {
        const doc = docOf(first)
        expect(contentOf(doc)).toEqual(first)
        applyContent(doc, undefined, second)
        expect(contentOf(doc)).toEqual(second)
      }),
    )
  })

  it('is nothing when nothing changed', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const doc = docOf(content)
        const before = Y.encodeStateVector(doc)
        applyContent(doc, undefined, content)
        expect(Y.encodeStateVector(doc)).toEqual(before)
      }),
    )
  })

  it('leaves alone what others wrote since', () => {
    const doc = docOf(one('The way is dark and long.'))
    const base = contentOf(doc)
    applyContent(doc, undefined, one('The way to school is dark and long.'))
    applyContent(doc, base, one('The way is dark, and much too long.'))
    expect(contentOf(doc)).toEqual(one('The way to school is dark, and much too long.'))
  })

  it('keeps a clause somebody added meanwhile, also in a section that goes', () => {
    const doc = docOf(one('Dark.'))
    const base = contentOf(doc)
    const [section] = base.sections
    if (!section) throw new Error('there is one')
    applyContent(doc, undefined, {
      sections: [{ ...section, clauses: [...section.clauses, { id: id(2), text: 'Put lamps there.' }] }],
    })
    applyContent(doc, base, { sections: [] })
    expect(contentOf(doc).sections).toEqual([{ ...section, clauses: [{ id: id(2), text: 'Put lamps there.' }] }])
  })

  it('brings back a clause that was taken away only when she wrote in it', () => {
    const doc = docOf(one('Dark.'))
    const base = contentOf(doc)
    const without = { sections: base.sections.map((section) => ({ ...section, clauses: [] })) }
    applyContent(doc, undefined, without)
    applyContent(doc, base, base)
    expect(contentOf(doc)).toEqual(without)
    applyContent(doc, base, one('Dark and cold.'))
    expect(contentOf(doc).sections[0]?.clauses[0]?.text).toContain('and cold.')
  })
})

describe('two who write at once', () => {
  it('end with the same text, in whatever order they hear of each other', () => {
    fc.assert(
      fc.property(contents, contents, contents, contents, (first, a, b, c) => {
        const docs = [docOf(first)]
        docs.push(copyOf(docs[0] ?? newDocument()), copyOf(docs[0] ?? newDocument()))
        for (const [i, content] of [a, b, c].entries()) applyContent(docs[i] ?? newDocument(), undefined, content)
        meet(...docs)
        const [read] = docs.map(contentOf)
        for (const doc of docs) expect(contentOf(doc)).toEqual(read)
        for (const doc of docs) settleIds(doc)
        for (const doc of docs) expect(contentOf(doc)).toEqual(read)
        const all = (read?.sections ?? []).flatMap((section) => [
          section.id,
          ...section.clauses.map((clause) => clause.id),
        ])
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  it('lose no word either of them added', () => {
    const at = fc.nat({ max: 6 })
    fc.assert(
      fc.property(words, at, at, (text, first, second) => {
        const there = text === '' ? 'word' : text
        const [left, right] = [docOf(one(there)), newDocument()]
        Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
        applyContent(left, undefined, one(withWord(there, first, 'ANNA')))
        applyContent(right, undefined, one(withWord(there, second, 'BENT')))
        meet(left, right)
        const said = contentOf(left).sections[0]?.clauses[0]?.text ?? ''
        for (const word of [...there.split(' '), 'ANNA', 'BENT']) expect(said).toContain(word)
      }),
    )
  })

  it('lose no word where one of them writes in a form of old words', () => {
    const at = fc.nat({ max: 6 })
    fc.assert(
      fc.property(words, at, at, (text, first, second) => {
        const doc = docOf(one(text))
        const base = contentOf(doc)
        applyContent(doc, undefined, one(withWord(text, first, 'ANNA')))
        applyContent(doc, base, one(withWord(text, second, 'BENT')))
        const said = contentOf(doc).sections[0]?.clauses[0]?.text ?? ''
        for (const word of [...text.split(' '), 'ANNA', 'BENT']) expect(said).toContain(word)
      }),
    )
  })
})

function withWord(text: string, at: number, word: string): string {
  const all = text.split(' ')
  return [...all.slice(0, at), word, ...all.slice(at)].join(' ')
}

describe('a document nobody meant', () => {
  it('gives elements without a right id one of their own, the same to everybody', () => {
    const doc = docOf(one('Dark.'))
    const section = rootOf(doc).get(0)
    if (!(section instanceof Y.XmlElement)) throw new Error('a section')
    const twin = section.clone() as Y.XmlElement
    const bare = new Y.XmlElement('clause')
    rootOf(doc).push([twin, new Y.XmlText('stray')])
    twin.setAttribute('id', 'not an id')
    twin.push([bare, new Y.XmlElement('picture')])
    const read = contentOf(doc)
    expect(contentOf(copyOf(doc))).toEqual(read)
    const [first, second] = read.sections
    expect(first?.clauses[0]?.id).toBe(id(1))
    expect(second?.clauses.map(({ text }) => text)).toEqual(['Dark.', ''])
    for (const made of [second?.id, ...(second?.clauses ?? []).map((clause) => clause.id)])
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    settleIds(doc)
    rootOf(doc).delete(0, 1)
    expect(contentOf(doc).sections[0]).toEqual(second)
  })

  it('reads words in pieces, and without marks', () => {
    const doc = docOf(one('Dark'))
    const clause = (rootOf(doc).get(0) as Y.XmlElement).get(1) as Y.XmlElement
    const more = new Y.XmlText()
    clause.push([more])
    more.insert(0, ' and long', { strong: true })
    expect(contentOf(doc)).toEqual(one('Dark and long'))
    applyContent(doc, undefined, one('Dark, cold and too long'))
    expect(contentOf(doc)).toEqual(one('Dark, cold and too long'))
  })
})

it('who wrote which letters is read from the document', () => {
  const doc = docOf(one('Dark.'))
  const other = copyOf(doc)
  applyContent(other, undefined, one('Dark. Lamps'))
  meet(doc, other)
  const letters = lettersBy(
    doc,
    new Map([
      [doc.clientID, { account: null, as: 'citizen' }],
      [other.clientID, { account: null, as: 'staff' }],
    ]),
  )
  expect(letters.get(id(1))).toEqual({ politician: 0, citizen: 5, staff: 6, unknown: 0 })
  expect(letters.get(id(0))).toEqual({ politician: 0, citizen: 5, staff: 0, unknown: 0 })
})

import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as moves from './moves.ts'
import { mostPasted, pastedOf } from './paste.ts'
import { schemaParts } from './schema.ts'

const schema = getSchema(schemaParts)

type Written = readonly (readonly [heading: string, ...clauses: readonly string[]])[]

function docOf(written: Written): Node {
  const words = (text: string) => (text === '' ? [] : [schema.text(text)])
  return schema.node(
    'doc',
    null,
    written.map(([heading, ...clauses], i) =>
      schema.node('section', { id: `s${i}`, kind: 'passage' }, [
        schema.node('heading', null, words(heading)),
        ...clauses.map((clause, k) => schema.node('clause', { id: `s${i}c${k}` }, words(clause))),
      ]),
    ),
  )
}

/** The words, the place of the cursor marked by `|`. */
function told(state: EditorState): Written {
  const { head } = state.selection
  const sections: string[][] = []
  state.doc.descendants((node, at) => {
    if (node.type.name === 'section') sections.push([])
    if (!node.isTextblock) return
    const place = head - at - 1
    const text = node.textContent
    const isHere = place >= 0 && place <= text.length
    sections.at(-1)?.push(isHere ? `${text.slice(0, place)}|${text.slice(place)}` : text)
  })
  return sections as unknown as Written // one row a section, its heading first
}

/** A text with the cursor where `|` stands. */
function stateOf(written: Written): EditorState {
  const doc = docOf(written)
  let cursor = 0
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes('|')) cursor = at + node.text.indexOf('|')
  })
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, cursor) })
  return state.apply(state.tr.delete(cursor, cursor + 1))
}

function after(state: EditorState, ...commands: readonly Command[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    command(now, (tr) => (next = now.apply(tr)))
    return next
  }, state)
}

const ids = (state: EditorState): readonly unknown[] => {
  const all: unknown[] = []
  state.doc.descendants((node) => void (node.type.name === 'clause' && all.push(node.attrs['id'])))
  return all
}

describe('Enter', () => {
  it.each<[string, Written, Written]>([
    ['ends a clause', [['H', 'da|rk']], [['H', 'da', '|rk']]],
    ['leaves a heading for a new first clause', [['H|', 'dark']], [['H', '|', 'dark']]],
    ['in a heading takes the rest along', [['He|ading', 'dark']], [['He', '|ading', 'dark']]],
  ])('%s', (_, before, expected) => expect(told(after(stateOf(before), moves.splitClause))).toEqual(expected))

  it('leaves the id with the words that stay, and gives the new clause another', () => {
    const [first, second] = ids(after(stateOf([['H', 'da|rk']]), moves.splitClause))
    expect(first).toBe('s0c0')
    expect(second).toMatch(/^[0-9a-f-]{36}$/)
    const pushed = ids(after(stateOf([['H', '|dark']]), moves.splitClause))
    expect(pushed[1]).toBe('s0c0')
  })
})

describe('Backspace and Delete', () => {
  it.each<[string, Command, Written, Written]>([
    ['join a clause to the one before', moves.joinBackward, [['H', 'da', '|rk']], [['H', 'da|rk']]],
    ['never make a clause a heading', moves.joinBackward, [['H', '|dark']], [['H|', 'dark']]],
    ['take away an empty clause', moves.joinBackward, [['H', '|', 'dark']], [['H|', 'dark']]],
    ['never join two sections', moves.joinBackward, [['H', 'dark'], ['|I']], [['H', 'dark'], ['|I']]],
    ['join the clause behind', moves.joinForward, [['H', 'da|', 'rk']], [['H', 'da|rk']]],
    ['leave the next section alone', moves.joinForward, [['H', 'dark|'], ['I']], [['H', 'dark|'], ['I']]],
  ])('%s', (_, command, before, expected) => expect(told(after(stateOf(before), command))).toEqual(expected))
})

describe('moving', () => {
  const three: Written = [
    ['H', 'a'],
    ['I', 'b|', 'c'],
    ['J', 'd'],
  ]

  it('takes a section or a clause one place on, the cursor with it', () => {
    expect(told(after(stateOf(three), moves.move('section', -1)))).toEqual([
      ['I', 'b|', 'c'],
      ['H', 'a'],
      ['J', 'd'],
    ])
    expect(told(after(stateOf(three), moves.move('section', 1)))).toEqual([
      ['H', 'a'],
      ['J', 'd'],
      ['I', 'b|', 'c'],
    ])
    expect(told(after(stateOf(three), moves.move('clause', 1)))).toEqual([
      ['H', 'a'],
      ['I', 'c', 'b|'],
      ['J', 'd'],
    ])
    expect(told(after(stateOf(three), moves.move('clause', -1)))).toEqual(three)
  })

  it('there and back is where it was', () => {
    for (const what of ['section', 'clause'] as const)
      expect(told(after(stateOf(three), moves.move(what, 1), moves.move(what, -1)))).toEqual(three)
  })

  it('goes from section to section, and adds and takes out', () => {
    expect(told(after(stateOf(three), moves.toSection(1)))).toEqual([
      ['H', 'a'],
      ['I', 'b', 'c'],
      ['|J', 'd'],
    ])
    expect(told(after(stateOf(three), moves.addSection('passage')))).toEqual([
      ['H', 'a'],
      ['I', 'b', 'c'],
      ['|', ''],
      ['J', 'd'],
    ])
    expect(told(after(stateOf(three), moves.removeSection))).toHaveLength(2)
    const empty = EditorState.create({ schema })
    expect(told(after(empty, moves.addSection('recommendation')))).toEqual([['|', '']])
    expect(told(after(stateOf([['H|', 'a']]), moves.removeSection))).toEqual([])
  })
})

describe('what is pasted', () => {
  const paste =
    (text: string): Command =>
    (state, dispatch) => {
      dispatch?.(moves.pasteParagraphs(state.tr, pastedOf(text).paragraphs))
      return true
    }

  it('makes each paragraph a clause', () => {
    expect(told(after(stateOf([['H', 'da|rk']]), paste('one\n\ntwo\r\nthree')))).toEqual([
      ['H', 'daone', 'two', 'three|rk'],
    ])
    expect(told(after(stateOf([['H', 'da|rk']]), paste('one')))).toEqual([['H', 'daone|rk']])
    expect(told(after(stateOf([['|', 'dark']]), paste('Light\nfor all')))).toEqual([['Light', 'for all|', 'dark']])
  })

  it('is cut where it is too much, and says by how many letters', () => {
    const { paragraphs, cut } = pastedOf('x'.repeat(5_000_000))
    expect(paragraphs).toHaveLength(1)
    expect(paragraphs[0]).toHaveLength(mostPasted)
    expect(cut).toBe(5_000_000 - mostPasted)
  })

  it('loses no word, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { paragraphs } = pastedOf(text)
        const before = text.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]+$/u.test(word))
        for (const word of before) expect(paragraphs.join(' ')).toContain(word)
        for (const paragraph of paragraphs) expect(paragraph).not.toMatch(/\n|\r/)
      }),
    )
  })
})

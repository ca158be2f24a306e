import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { applyContent } from './applying.ts'
import { arranged } from './arranging.ts'
import { changedPassages, isKnown } from './changed-passages.ts'
import { contentOf, newDocument, rootOf, type TextContent } from './document.ts'
import * as moves from './island/moves.ts'
import { schemaParts } from './island/schema.ts'
import { lettersBy } from './letters.ts'
import { firstHands, firstRuns, movedIn, type Letter } from './moved.ts'
import type { Letters } from './rules.ts'

const [anna, bent, staff] = [101, 102, 103]
const writers = new Map([
  [anna, { account: null, as: 'citizen' }],
  [bent, { account: null, as: 'politician' }],
  [staff, { account: null, as: 'staff' }],
] as const)
const [one, two] = [newId('section'), newId('section')]
const [light, bus, cost] = [newId('clause'), newId('clause'), newId('clause')]

/** A text whose log notes what was moved, as the store does. */
function aText() {
  const doc = newDocument()
  const first = new Map<string, number>()
  const firstOf = ({ client, clock }: Letter): number => first.get(`${client} ${clock}`) ?? client
  const written: { to: Letter; first: number }[] = []
  const change = (client: number, make: (copy: Y.Doc) => void): void => {
    const copy = newDocument()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    copy.clientID = client
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    make(copy)
    if (updates.length === 0) return
    const update = Y.mergeUpdates(updates)
    const { moved } = movedIn(changedPassages(doc, { update, doc: 'before' }))
    // A form is read after its change: it finds as much.
    expect(movedIn(changedPassages(copy, { update, doc: 'after' })).moved).toHaveLength(moved.length)
    for (const { to, from } of moved) {
      written.push({ to, first: firstOf(from) })
      first.set(`${to.client} ${to.clock}`, firstOf(from))
    }
    Y.applyUpdate(doc, update)
  }
  return {
    doc,
    type: (client: number, make: (now: TextContent) => TextContent) =>
      change(client, (copy) => applyContent(copy, undefined, make(contentOf(copy)))),
    /** What a key or a button of the editor does, with the cursor so far into a clause. */
    press: (client: number, command: Command, { clause, at }: { clause: Id; at: number }) =>
      change(client, (copy) => pressed(copy, command, { clause, at })),
    letters: () => lettersBy(doc, writers, firstHands(firstRuns(written))),
    words: () => contentOf(doc).sections.map(({ clauses }) => clauses.map(({ text }) => text)),
  }
}

const schema = getSchema(schemaParts)

function pressed(doc: Y.Doc, command: Command, { clause, at }: { clause: Id; at: number }): void {
  const { doc: page, meta } = initProseMirrorDoc(rootOf(doc), schema)
  let state = EditorState.create({ doc: page })
  page.descendants((node, place) => {
    if (node.attrs['id'] !== clause) return
    // A cursor never stands within a letter.
    const within = /[\uDC00-\uDFFF]/.test(node.textContent.charAt(at)) ? at - 1 : at
    const cursor = TextSelection.create(page, place + 1 + Math.min(within, node.content.size))
    state = state.apply(state.tr.setSelection(cursor))
  })
  command(state, (tr) => doc.transact(() => updateYFragment(doc, rootOf(doc), tr.doc, meta)))
}

function sumOf(letters: ReadonlyMap<string, Letters>): Letters {
  const sum = { politician: 0, citizen: 0, staff: 0, unknown: 0 }
  for (const each of letters.values())
    for (const as of ['politician', 'citizen', 'staff', 'unknown'] as const) sum[as] += each[as]
  return sum
}

const annas = 'Every crossing is lit at night.'
const bents = 'The bus waits for the last train.'

/** Anna and Bent have written; staff will do the moving. */
function written() {
  const text = aText()
  text.type(anna, () => ({
    sections: [
      { id: one, kind: 'passage', heading: 'One', clauses: [{ id: light, text: annas }] },
      { id: two, kind: 'passage', heading: 'Two', clauses: [{ id: cost, text: 'Soon.' }] },
    ],
  }))
  text.type(bent, ({ sections }) => ({
    sections: sections.map((section, i) =>
      i > 0 ? section : { ...section, clauses: [...section.clauses, { id: bus, text: bents }] },
    ),
  }))
  return text
}

const sections = ({ sections: [first, second] }: TextContent) => {
  if (!first || !second) throw new Error('there are two sections')
  return [first, second] as const
}

describe('letters that are moved count for who wrote them first', () => {
  it.each([
    ['up', bus, moves.move('clause', -1)],
    ['down', light, moves.move('clause', 1)],
  ])('a clause moved %s in the editor', (_, clause, command) => {
    const text = written()
    const before = sumOf(text.letters())
    text.press(staff, command, { clause, at: 3 })
    expect(text.words()[0]).toEqual([bents, annas])
    expect(sumOf(text.letters())).toEqual(before)
  })

  it.each(['up', 'down'] as const)('a section moved %s in the editor', (way) => {
    const text = written()
    const before = sumOf(text.letters())
    text.press(staff, moves.move('section', way === 'up' ? -1 : 1), { clause: way === 'up' ? cost : light, at: 0 })
    expect(text.words()).toEqual([['Soon.'], [annas, bents]])
    expect(sumOf(text.letters())).toEqual(before)
  })

  it.each([0, 3, 17, annas.length - 2])('a clause split %i letters in, and joined again', (at) => {
    const text = written()
    const before = sumOf(text.letters())
    text.press(staff, moves.splitClause, { clause: light, at })
    expect(text.words()[0]).toHaveLength(3)
    expect(sumOf(text.letters())).toEqual(before)
    const parts = contentOf(text.doc).sections[0]?.clauses ?? []
    text.press(bent, moves.joinBackward, { clause: parts[1]?.id ?? light, at: 0 })
    expect(text.words()[0]).toEqual([annas, bents])
    expect(sumOf(text.letters())).toEqual(before)
  })

  it('two clauses joined from before, where one is very short too', () => {
    const text = written()
    text.type(anna, (now) => {
      const [first, second] = sections(now)
      return { sections: [first, { ...second, clauses: [...second.clauses, { id: newId('clause'), text: 'Yes' }] }] }
    })
    const before = sumOf(text.letters())
    text.press(staff, moves.joinForward, { clause: cost, at: 5 })
    text.press(staff, moves.joinForward, { clause: light, at: annas.length })
    expect(text.words()).toEqual([[annas + bents], ['Soon.Yes']])
    expect(sumOf(text.letters())).toEqual(before)
  })

  it('a clause moved by the form, and to another section, by one after the other', () => {
    const text = written()
    const before = text.letters()
    text.type(staff, (now) => arranged(now, 'up', bus))
    text.type(staff, (now) => {
      const [first, second] = sections(now)
      const [moved, ...rest] = first.clauses
      return {
        sections: [
          { ...first, clauses: rest },
          { ...second, clauses: moved ? [moved, ...second.clauses] : [] },
        ],
      }
    })
    text.type(anna, (now) => arranged(now, 'down', bus))
    expect(text.words()).toEqual([[annas], ['Soon.', bents]])
    for (const id of [light, bus, cost]) expect(text.letters().get(id)).toEqual(before.get(id))
  })

  it('what staff writes into a clause it moves counts for staff', () => {
    const text = written()
    text.type(staff, (now) => {
      const moved = arranged(now, 'up', bus)
      const [first, second] = sections(moved)
      const clauses = first.clauses.map((clause) =>
        clause.id === bus ? { ...clause, text: `${bents} Always.` } : clause,
      )
      return { sections: [{ ...first, clauses }, second] }
    })
    expect(text.letters().get(bus)).toEqual({ politician: bents.length, citizen: 0, staff: 8, unknown: 0 })
  })

  it('a letter that went becomes one letter: the same words written twice count once for who wrote them', () => {
    const text = written()
    text.type(staff, (now) => {
      const [first, second] = sections(now)
      const twice = [newId('clause'), newId('clause')].map((id) => ({ id, text: bents }))
      const clauses = first.clauses.filter(({ id }) => id !== bus)
      return {
        sections: [
          { ...first, clauses },
          { ...second, clauses: [...second.clauses, ...twice] },
        ],
      }
    })
    expect(sumOf(text.letters())).toMatchObject({ politician: bents.length, staff: bents.length })
  })

  const words = fc
    .array(fc.constantFrom('light', 'the', 'way', 'school', 'føtter', 'now.', '👣'), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(' '))
  const who = fc.constantFrom(anna, bent, staff)
  const step = fc.record({ who, what: fc.nat({ max: 7 }), clause: fc.nat({ max: 20 }), at: fc.nat({ max: 30 }) })

  it('whatever is moved, split or joined by whomever, as much stays of each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who, words }), { minLength: 2, maxLength: 6 }),
        fc.array(step, { maxLength: 8 }),
        (said, steps) => {
          const text = aText()
          for (const [i, { who: hers, words: hersSaid }] of said.entries())
            text.type(hers, ({ sections: now }) => {
              const clause = { id: newId('clause'), text: hersSaid }
              const [last] = now.slice(-1)
              if (!last || i === 2)
                return { sections: [...now, { id: newId('clause'), kind: 'passage', heading: '', clauses: [clause] }] }
              return { sections: [...now.slice(0, -1), { ...last, clauses: [...last.clauses, clause] }] }
            })
          const before = sumOf(text.letters())
          for (const { who: mover, what, clause: which, at } of steps) {
            const all = contentOf(text.doc).sections.flatMap(({ clauses }) => clauses)
            const clause = all[which % Math.max(1, all.length)]?.id
            if (!clause) return
            const command = [
              moves.move('clause', -1),
              moves.move('clause', 1),
              moves.move('section', 1),
              moves.splitClause,
              moves.joinForward,
              moves.joinBackward,
            ][what]
            if (command) text.press(mover, command, { clause, at: what === 4 ? 999 : what === 5 ? 0 : at })
            else if (what === 6) text.type(mover, (now) => arranged(now, 'up', clause))
            else text.type(mover, (now) => toOtherEnd(now, clause))
          }
          expect(sumOf(text.letters())).toEqual(before)
        },
      ),
    )
  })
})

/** The clause comes to stand last in the last section. */
function toOtherEnd({ sections: all }: TextContent, id: Id): TextContent {
  const clause = all.flatMap(({ clauses }) => clauses).find((each) => each.id === id)
  return {
    sections: all.map((section, i) => {
      const rest = section.clauses.filter((each) => each.id !== id)
      return { ...section, clauses: clause && i === all.length - 1 ? [...rest, clause] : rest }
    }),
  }
}

describe('what it costs to find what an update moves', () => {
  /** How much of a text of so many clauses, each written and rewritten, is looked at when one moves. */
  function lookedAt(clauses: number): number {
    const doc = newDocument()
    const section = { id: one, kind: 'passage' as const, heading: 'One' }
    const texts = Array.from({ length: clauses }, (_, i) => ({
      id: newId('clause'),
      text: `Clause ${i % 10} is lit at night.`,
    }))
    applyContent(doc, undefined, { sections: [{ ...section, clauses: texts }] })
    applyContent(doc, undefined, {
      sections: [{ ...section, clauses: texts.map(({ id, text }) => ({ id, text: `${text} Always.` })) }],
    })
    const before = newDocument()
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
    let update: Uint8Array = new Uint8Array()
    doc.on('update', (made: Uint8Array) => (update = made))
    const moving = texts[Math.floor(clauses / 2)]?.id ?? one
    applyContent(doc, undefined, arranged(contentOf(doc), 'up', moving))
    let looks = 0
    const changed = changedPassages(before, { update, doc: 'before', onLook: () => (looks += 1) })
    expect(movedIn(changed).moved.length).toBeGreaterThan(leastMoved)
    return looks
  }
  const leastMoved = 20

  it('does not grow with the text or its log', () => {
    expect(lookedAt(400)).toBe(lookedAt(10))
  })
})

it('says when an update takes out what this server has not heard of', () => {
  const [here, there] = [newDocument(), newDocument()]
  const text = new Y.XmlText('Dark.')
  rootOf(there).push([text])
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  text.insert(0, 'Very ')
  let update: Uint8Array = new Uint8Array()
  there.on('update', (made: Uint8Array) => (update = made))
  text.delete(0, 5)
  expect(isKnown(here, update)).toBe(false)
  expect(isKnown(there, update)).toBe(true)
})

it('what is put in while nothing goes stays in one piece: a whole book is not taken apart letter by letter', () => {
  const text = ' Every crossing is lit at night. '
  const { moved, fresh } = movedIn({
    gone: [],
    written: [{ text, runs: [{ client: anna, clock: 7, length: text.length }] }],
  })
  expect(moved).toEqual([])
  expect(fresh).toEqual([{ text: text.trim(), runs: [{ client: anna, clock: 8, length: text.length - 2 }] }])
})

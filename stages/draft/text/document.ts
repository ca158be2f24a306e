import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import * as Y from 'yjs'

/**
 * The text as a Yjs document. Pure: the same in the browser, on the server and in the tests.
 *
 *     XmlFragment `text`
 *       section { id, kind }          kind: recommendation | passage
 *         heading                     plain words in XmlText
 *         clause { id }               plain words in XmlText
 *
 * Whoever writes at the same moment can leave things nobody meant: two clauses of one id (both split it), a heading in two
 * pieces. Reading is tolerant of all of it, and two readers of the same document always read the same.
 */
export type SectionKind = 'recommendation' | 'passage'

export type ClauseContent = { readonly id: Id<'clause'>; readonly text: string }

export type SectionContent = {
  /** A UUID, as clauses have; a section becomes a recommendation or a passage when a version is saved. */
  readonly id: string
  readonly kind: SectionKind
  readonly heading: string
  readonly clauses: readonly ClauseContent[]
}

export type TextContent = { readonly sections: readonly SectionContent[] }

export const emptyContent: TextContent = { sections: [] }

/** A document that keeps what is deleted: who wrote a word that was moved is read from where it stood before. */
export function newDocument(): Y.Doc {
  return new Y.Doc({ gc: false })
}

export function rootOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('text')
}

export function contentOf(doc: Y.Doc): TextContent {
  return { sections: placedSections(doc).map(contentOfSection) }
}

/** A clause as it stands in the document. */
export type PlacedClause = { readonly element: Y.XmlElement; readonly id: Id<'clause'> }

export type PlacedSection = {
  readonly element: Y.XmlElement
  readonly id: string
  readonly kind: SectionKind
  readonly clauses: readonly PlacedClause[]
}

/** The sections with the ids they go by: their own where it is whole and not taken, else one made from their place in time. */
export function placedSections(doc: Y.Doc): readonly PlacedSection[] {
  const taken = new Set<string>()
  return elementsIn(rootOf(doc), 'section').map((element) => ({
    element,
    id: idOf(element, taken),
    kind: element.getAttribute('kind') === 'recommendation' ? 'recommendation' : 'passage',
    clauses: elementsIn(element, 'clause').map((clause) => ({ element: clause, id: idOf(clause, taken) })),
  }))
}

function contentOfSection({ element, id, kind, clauses }: PlacedSection): SectionContent {
  return {
    id,
    kind,
    heading: elementsIn(element, 'heading').map(wordsOf).join(''),
    clauses: clauses.map((clause) => ({ id: clause.id, text: wordsOf(clause.element) })),
  }
}

export function elementsIn(parent: Y.XmlFragment, name: string): readonly Y.XmlElement[] {
  return parent
    .toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === name)
}

export function textsIn(element: Y.XmlElement): readonly Y.XmlText[] {
  return element.toArray().filter((child) => child instanceof Y.XmlText)
}

function wordsOf(element: Y.XmlElement): string {
  return textsIn(element).map(wordsOfText).join('')
}

/** `toString` of Yjs would spell marks as tags; here only words count. */
export function wordsOfText(text: Y.XmlText): string {
  const parts = text.toDelta() as readonly { readonly insert: unknown }[] // the shape of a Quill delta
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

function idOf(element: Y.XmlElement, taken: Set<string>): Id<'clause'> {
  const own = parseId('clause', element.getAttribute('id'))
  const id = own === undefined || taken.has(own) ? idByBirth(element) : own
  taken.add(id)
  return id
}

/**
 * An id made of who put the element there and when (its Yjs id): unique in the document and the same for every reader.
 * A UUID of version 8 (RFC 9562 section 5.8), whose bits are ours to choose.
 */
function idByBirth(element: Y.XmlElement): Id<'clause'> {
  const born = element._item?.id
  if (!born) throw new Error('an element that stands nowhere has no id')
  const digits = born.client.toString(16).padStart(14, '0') + born.clock.toString(16).padStart(16, '0')
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(12, 15)}`, `8${digits.slice(15, 18)}`]
  return [...groups, digits.slice(18)].join('-') as Id<'clause'> // the one place where a place in a document becomes an id
}

/** Writes the ids that `contentOf` reads onto the elements, so that they stay when their neighbours go. */
export function settleIds(doc: Y.Doc): void {
  doc.transact(() => {
    for (const { element, id, clauses } of placedSections(doc)) {
      for (const placed of [{ element, id }, ...clauses]) {
        if (placed.element.getAttribute('id') !== placed.id) placed.element.setAttribute('id', placed.id)
      }
    }
  })
}

export function newSection({ id, kind }: Pick<SectionContent, 'id' | 'kind'>): Y.XmlElement {
  const section = new Y.XmlElement('section')
  section.setAttribute('id', id)
  section.setAttribute('kind', kind)
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText()])
  section.insert(0, [heading])
  return section
}

export function newClause({ id, text }: ClauseContent): Y.XmlElement {
  const clause = new Y.XmlElement('clause')
  clause.setAttribute('id', id)
  clause.insert(0, [new Y.XmlText(text)])
  return clause
}

import * as Y from 'yjs'
import {
  contentOf,
  elementsIn,
  newClause,
  newSection,
  placedSections,
  rootOf,
  settleIds,
  type ClauseContent,
  type SectionContent,
  type TextContent,
} from './document.ts'
import { orderOf, stayingOf } from './order.ts'
import { writeWords } from './words.ts'

/**
 * Brings into the document what a writer left of the content she was shown (`base`; what stands now, unless said), as the
 * smallest changes: word by word, clause by clause. What others wrote since stands; what she did not touch is not touched.
 * What somebody took away meanwhile stays away unless she wrote in it: then it comes back with her words.
 */
export function applyContent(doc: Y.Doc, base: TextContent | undefined, content: TextContent): void {
  doc.transact(() => {
    settleIds(doc)
    const shown = byId(base ?? contentOf(doc))
    const left = byId(content)
    const standing = new Set(placedSections(doc).map(({ id }) => id))
    const wanted = content.sections.filter((section) => standing.has(section.id) || !isLeft(section, shown))
    removeClauses(doc, { shown, left })
    arrange(rootOf(doc), {
      name: 'section',
      base: [...shown.sections.keys()],
      wanted: wanted.map(({ id }) => id),
      make: (id) => newSection({ id, kind: left.sections.get(id)?.kind ?? 'passage' }),
    })
    // As she was shown it: nothing of it is to be done, and a long text is not gone through for each of its sections.
    for (const section of wanted) if (!isLeft(section, shown)) applySection(doc, section, shown)
    removeSections(doc, { shown, left })
  })
}

type Known = {
  readonly sections: ReadonlyMap<string, SectionContent>
  readonly clauses: ReadonlyMap<string, ClauseContent>
  /** The section each clause stands in. */
  readonly homes: ReadonlyMap<string, string>
}

function byId({ sections }: TextContent): Known {
  const clauses = sections.flatMap((section) => section.clauses)
  return {
    sections: new Map(sections.map((section) => [section.id, section])),
    clauses: new Map(clauses.map((clause) => [clause.id, clause])),
    homes: new Map(sections.flatMap(({ id, clauses: own }) => own.map((clause) => [clause.id, id]))),
  }
}

/** She left it as it was: where it was taken away meanwhile it is not wanted. */
function isLeft(section: SectionContent, shown: Known): boolean {
  return JSON.stringify(shown.sections.get(section.id)) === JSON.stringify(section)
}

type Writing = { readonly shown: Known; readonly left: Known }

function removeClauses(doc: Y.Doc, { shown, left }: Writing): void {
  for (const { element, id } of placedSections(doc).flatMap(({ clauses }) => clauses)) {
    if (shown.clauses.has(id) && !left.clauses.has(id)) remove(element)
  }
}

/** A section goes when nothing stands in it: a clause somebody wrote into it meanwhile stays, and the section with it. */
function removeSections(doc: Y.Doc, { shown, left }: Writing): void {
  for (const { element, id, clauses } of placedSections(doc)) {
    if (shown.sections.has(id) && !left.sections.has(id) && clauses.length === 0) remove(element)
  }
}

function applySection(doc: Y.Doc, section: SectionContent, shown: Known): void {
  const element = elementsIn(rootOf(doc), 'section').find((one) => one.getAttribute('id') === section.id)
  if (!element) return
  const before = shown.sections.get(section.id)
  if (before?.kind !== section.kind && element.getAttribute('kind') !== section.kind)
    element.setAttribute('kind', section.kind)
  if (elementsIn(element, 'heading').length === 0) element.insert(0, [new Y.XmlElement('heading')])
  writeWords(elementsIn(element, 'heading'), { shown: before?.heading ?? '', left: section.heading })

  const standing = clausesById(doc)
  const wanted = section.clauses.filter(({ id, text }) => {
    const known = shown.clauses.get(id)
    if (!known) return true
    const there = standing.get(id)
    if (!there) return known.text !== text
    // Moved by somebody else meanwhile, and not by her: it stays where it is.
    return there.parent === element || shown.homes.get(id) !== section.id
  })
  arrange(element, {
    name: 'clause',
    base: before?.clauses.map(({ id }) => id) ?? [],
    wanted: wanted.map(({ id }) => id),
    make: (id) =>
      cloneOf(standing.get(id)) ??
      newClause({ id: id as ClauseContent['id'], text: shown.clauses.get(id)?.text ?? '' }),
  })
  const arranged = clausesById(doc)
  for (const { id, text } of section.clauses) {
    const clause = arranged.get(id)
    if (clause) writeWords([clause], { shown: shown.clauses.get(id)?.text ?? '', left: text })
  }
}

type Arrangement = {
  readonly name: 'section' | 'clause'
  readonly base: readonly string[]
  readonly wanted: readonly string[]
  /** What is to stand where nothing of this id stands here; it may stand elsewhere and is then taken from there. */
  readonly make: (id: string) => Y.XmlElement
}

/** Puts the elements of one parent into their order, moving as few as can be: Yjs moves by writing anew. */
function arrange(parent: Y.XmlFragment, { name, base, wanted, make }: Arrangement): void {
  const here = elementsIn(parent, name)
  const current = here.map(idOf)
  const order = orderOf({ base, wanted, current })
  const staying = stayingOf(current, order)
  const moved = new Map<string, Y.XmlElement>()
  const stayed = new Map<string, Y.XmlElement>()
  for (const element of here) {
    const id = idOf(element)
    if (staying.has(id)) {
      stayed.set(id, element)
      continue
    }
    const copy = cloneOf(element)
    if (copy) moved.set(id, copy)
    remove(element)
  }
  let before: Y.XmlElement | undefined
  for (const id of order) {
    const stays = stayed.get(id)
    const element = stays ?? moved.get(id) ?? make(id)
    if (!stays) {
      const old = name === 'clause' && parent.doc ? clausesById(parent.doc).get(id) : undefined
      if (old) remove(old)
      parent.insert(before ? parent.toArray().indexOf(before) + 1 : firstPlace(parent), [element])
    }
    before = element
  }
}

/** Clauses come behind the heading. */
function firstPlace(parent: Y.XmlFragment): number {
  const [heading] = elementsIn(parent, 'heading')
  return heading ? parent.toArray().indexOf(heading) + 1 : 0
}

function clausesById(doc: Y.Doc): ReadonlyMap<string, Y.XmlElement> {
  return new Map(
    placedSections(doc).flatMap(({ clauses }) => clauses.map(({ id, element }) => [id as string, element])),
  )
}

function idOf(element: Y.XmlElement): string {
  return element.getAttribute('id') ?? ''
}

function cloneOf(element: Y.XmlElement | undefined): Y.XmlElement | undefined {
  return element?.clone() as Y.XmlElement | undefined
}

function remove(element: Y.XmlElement): void {
  const { parent } = element
  if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(element), 1)
}

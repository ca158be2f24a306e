import { diff3Merge } from 'node-diff3'
import type { ClauseContent, SectionContent, TextContent } from './document.ts'
import { wordsAsSaved } from './saved.ts'

/** Three texts of one place: what stood when a writer opened it, what she wrote, and what stands now (null: taken out). */
export type ThreeWords = { readonly stood: string; readonly written: string; readonly now: string | null }

export type Merged =
  | { readonly isConflict: false; readonly text: string }
  /** `proposal` has the words of both, one after the other, where they differ. */
  | { readonly isConflict: true; readonly proposal: string }

/**
 * What two people made of one text, word by word (three-way merge: Khanna, Kunal & Pierce 2007, by node-diff3). Where only one of them
 * changed words, hers stand; what both changed alike stands once; where they changed the same words differently nobody is
 * preferred, and it is a conflict. O(n·m).
 */
export function mergeWords({ stood, written, now }: ThreeWords): Merged {
  const [base, mine] = [wordsAsSaved(stood), wordsAsSaved(written)]
  if (now === null) return mine === base ? { isConflict: false, text: '' } : { isConflict: true, proposal: mine }
  const theirs = wordsAsSaved(now)
  if (mine === theirs || mine === base) return { isConflict: false, text: theirs }
  if (theirs === base) return { isConflict: false, text: mine }
  if (mine === '' || theirs === '') return { isConflict: true, proposal: mine === '' ? theirs : mine }
  const regions = diff3Merge(wordsOf(theirs), wordsOf(base), wordsOf(mine), { excludeFalseConflicts: true })
  const words = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
  const isConflict = regions.some(({ conflict }) => conflict !== undefined)
  return isConflict ? { isConflict, proposal: words.join(' ') } : { isConflict, text: words.join(' ') }
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}

/** A place where two people changed the same words. */
export type Conflict = ThreeWords & {
  /** `heading`, or the id of a clause. */
  readonly place: string
  readonly proposal: string
}

export type MergedSection = {
  /** The text with everything in it that could be merged; in a place of conflict stands what stood there now. */
  readonly content: TextContent
  readonly conflicts: readonly Conflict[]
  /** The whole section was taken out meanwhile, and something was written in it. */
  readonly isGone: boolean
}

export type Writing = { readonly opened: SectionContent; readonly written: SectionContent }

/** Brings into the text what a writer made of a section she had opened. A clause that was moved meanwhile is merged where it stands now. */
export function mergeSection(now: TextContent, { opened, written }: Writing): MergedSection {
  const section = now.sections.find(({ id }) => id === opened.id)
  if (!section) {
    const isGone = JSON.stringify(wordsIn(opened)) !== JSON.stringify(wordsIn(written))
    return { content: now, conflicts: [], isGone }
  }
  const heading = merged('heading', { stood: opened.heading, written: written.heading, now: section.heading })
  const clauses = new Map(mergeClauses(now, { opened, written }).map((one) => [one.place, one]))
  const kind = written.kind === opened.kind ? section.kind : written.kind
  const content = {
    sections: now.sections.map((one) => {
      const kept = one.clauses
        .map((clause) => ({ ...clause, text: clauses.get(clause.id)?.text ?? clause.text }))
        .filter((clause) => clause.text !== '' || clauses.get(clause.id)?.text === undefined)
      if (one.id !== section.id) return { ...one, clauses: kept }
      return { ...one, kind, heading: heading.text ?? section.heading, clauses: withNew(kept, { opened, written }) }
    }),
  }
  const conflicts = [heading, ...clauses.values()].flatMap(({ conflict }) => conflict ?? [])
  return { content, conflicts, isGone: false }
}

function wordsIn({ heading, kind, clauses }: SectionContent): readonly unknown[] {
  return [heading, kind, ...clauses.map(({ id, text }) => [id, text])]
}

type Place = { readonly place: string; readonly text?: string; readonly conflict?: Conflict }

function merged(place: string, words: ThreeWords): Place {
  // Not touched: it stays to the letter, double spaces of somebody who is typing included.
  if (wordsAsSaved(words.written) === wordsAsSaved(words.stood)) return { place }
  const result = mergeWords(words)
  if (result.isConflict) return { place, conflict: { place, ...words, proposal: result.proposal } }
  return { place, text: result.text }
}

function mergeClauses(now: TextContent, { opened, written }: Writing): readonly Place[] {
  const standing = new Map(now.sections.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id as string, text])))
  const left = new Map(written.clauses.map(({ id, text }) => [id as string, text]))
  return opened.clauses.map(({ id, text }) =>
    merged(id, { stood: text, written: left.get(id) ?? '', now: standing.get(id) ?? null }),
  )
}

/** New clauses come after the one they were written behind; where that is gone, after the nearest before it. */
function withNew(kept: readonly ClauseContent[], { opened, written }: Writing): readonly ClauseContent[] {
  const known = new Set(opened.clauses.map(({ id }) => id))
  const clauses = [...kept]
  written.clauses.forEach((clause, i) => {
    if (known.has(clause.id) || clause.text === '' || clauses.some(({ id }) => id === clause.id)) return
    const before = written.clauses
      .slice(0, i)
      .toReversed()
      .find(({ id }) => clauses.some((one) => one.id === id))
    const behind = before ? clauses.findIndex(({ id }) => id === before.id) + 1 : clauses.length
    clauses.splice(i === 0 ? 0 : behind, 0, clause)
  })
  return clauses
}

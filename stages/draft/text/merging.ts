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
 * Pairs of equal words that are looked at in one place, and in a section. A page of prose has some thousands; one word two
 * thousand times over has four million, and the time grows faster than they do: beyond this a person is asked.
 */
const mostPairs = 100_000
const mostPairsInSection = 500_000

/**
 * What two people made of one text, word by word (three-way merge: Khanna, Kunal & Pierce 2007, by node-diff3). Where only one of them
 * changed words, hers stand; what both changed alike stands once; where they changed the same words differently nobody is
 * preferred, and it is a conflict. The time is bounded by `most` pairs of equal words.
 */
export function mergeWords(words: ThreeWords, most: number = mostPairs): Merged {
  return mergeCounting(words, most).merged
}

type Counted = { readonly merged: Merged; readonly pairs: number }

function mergeCounting({ stood, written, now }: ThreeWords, most: number): Counted {
  const known = mergeUncompared({ stood, written, now })
  if (known) return { merged: known, pairs: 0 }
  const [theirs, base, mine] = [now ?? '', stood, written].map((text) => wordsOf(wordsAsSaved(text))) as Triple
  const pairs = pairsOf(theirs, base) + pairsOf(base, mine)
  if (pairs > Math.min(most, mostPairs))
    return { merged: { isConflict: true, proposal: [...theirs, ...mine].join(' ') }, pairs: 0 }
  const regions = diff3Merge(theirs, base, mine, { excludeFalseConflicts: true })
  const words = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
  const isConflict = regions.some(({ conflict }) => conflict !== undefined)
  const text = words.join(' ')
  return { merged: isConflict ? { isConflict, proposal: text } : { isConflict, text }, pairs }
}

type Triple = [string[], string[], string[]]

/** How many pairs of equal words two texts have. O(n + m). */
function pairsOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  return other.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0)
}

/** What is known without looking at words; undefined where they have to be compared. */
function mergeUncompared({ stood, written, now }: ThreeWords): Merged | undefined {
  const [base, mine] = [wordsAsSaved(stood), wordsAsSaved(written)]
  if (now === null) return mine === base ? { isConflict: false, text: '' } : { isConflict: true, proposal: mine }
  const theirs = wordsAsSaved(now)
  if (mine === theirs || mine === base) return { isConflict: false, text: theirs }
  if (theirs === base) return { isConflict: false, text: mine }
  return mine === '' || theirs === '' ? { isConflict: true, proposal: mine === '' ? theirs : mine } : undefined
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
  const heading = merged(
    'heading',
    { stood: opened.heading, written: written.heading, now: section.heading },
    mostPairs,
  )
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

type Place = { readonly place: string; readonly text?: string; readonly conflict?: Conflict; readonly pairs?: number }

function merged(place: string, words: ThreeWords, most: number): Place {
  // Not touched: it stays to the letter, double spaces of somebody who is typing included.
  if (wordsAsSaved(words.written) === wordsAsSaved(words.stood)) return { place }
  const { merged: result, pairs } = mergeCounting(words, most)
  if (result.isConflict) return { place, pairs, conflict: { place, ...words, proposal: result.proposal } }
  return { place, pairs, text: result.text }
}

function mergeClauses(now: TextContent, { opened, written }: Writing): readonly Place[] {
  const standing = new Map(now.sections.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id as string, text])))
  const left = new Map(written.clauses.map(({ id, text }) => [id as string, text]))
  let most = mostPairsInSection
  return opened.clauses.map(({ id, text }) => {
    const place = merged(id, { stood: text, written: left.get(id) ?? '', now: standing.get(id) ?? null }, most)
    most -= place.pairs ?? 0
    return place
  })
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

import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { TextContent } from '../text/document.ts'
import { mergeWords, type Merged } from '../text/merging.ts'
import { wordsAsSaved } from '../text/saved.ts'
import type { AmendmentKind } from './amendment-rules.ts'

export type AmendRefusal = 'clause-gone' | 'asked-for-words'

export type Amending = {
  readonly clause: Id<'clause'>
  readonly kind: AmendmentKind
  readonly base: string
  readonly words: string
  /** What the decider wants to stand where two changed the same words; null where she was not asked. '' takes the clause out. */
  readonly final: string | null
  /** The id of a clause that is put in. */
  readonly fresh: Id<'clause'>
}

/**
 * The text with the change in it. Where the clause was changed since, both changes are merged word by word; where they touch the
 * same words nothing is written until the decider says what shall stand.
 */
export function amended(
  now: TextContent,
  { clause, kind, base, words, final, fresh }: Amending,
): Result<{ readonly content: TextContent; readonly result: string }, AmendRefusal> {
  const standing = now.sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === clause)
  if (!standing) return refuse('clause-gone')
  if (kind === 'add') return accept({ content: putAfter(now, clause, { id: fresh, text: words }), result: words })
  const merged = mergedWith(standing.text, { kind, base, words })
  if (merged.isConflict && final === null) return refuse('asked-for-words')
  const text = merged.isConflict ? wordsAsSaved(final ?? '') : merged.text
  return accept({ content: rewritten(now, clause, text), result: text })
}

/** What the change makes of the clause as it stands. */
export function mergedWith(now: string, { kind, base, words }: Pick<Amending, 'kind' | 'base' | 'words'>): Merged {
  return mergeWords({ stood: base, written: kind === 'drop' ? '' : words, now })
}

function rewritten({ sections }: TextContent, id: Id<'clause'>, text: string): TextContent {
  return {
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses.flatMap((clause) =>
        clause.id !== id ? [clause] : text === '' ? [] : [{ ...clause, text }],
      ),
    })),
  }
}

function putAfter(
  { sections }: TextContent,
  id: Id<'clause'>,
  fresh: { readonly id: Id<'clause'>; readonly text: string },
): TextContent {
  return {
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses.flatMap((clause) => (clause.id === id ? [clause, fresh] : [clause])),
    })),
  }
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { recommendationsOf, type Recommendation } from './recommendations.ts'

/** The recommendations as anyone may read them: for pages of later stages, which have no room for a tombstone. */
export async function readableRecommendations(read: Read, problem: Id<'problem'>): Promise<readonly Recommendation[]> {
  const all = await recommendationsOf(read, problem)
  const hidden = await hiddenAmong(
    read,
    all.flatMap(({ id, section, clauses }) => [id, section, ...clauses.map((clause) => clause.id)]),
  )
  return all.map((one) => {
    // A hidden recommendation takes its clauses with it.
    const isHidden = hidden.has(one.id) || hidden.has(one.section)
    return {
      ...one,
      ...(isHidden ? { title: hiddenWords, text: hiddenWords, minorityText: '' } : {}),
      clauses: one.clauses.map((clause) =>
        isHidden || hidden.has(clause.id) ? { ...clause, text: hiddenWords } : clause,
      ),
    }
  })
}

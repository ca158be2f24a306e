import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { recommendationsOf, type Recommendation } from './recommendations.ts'

/** The recommendations as anyone may read them: for pages of later stages, which have no room for a tombstone. */
export async function readableRecommendations(read: Read, problem: Id<'problem'>): Promise<readonly Recommendation[]> {
  const all = await recommendationsOf(read, problem)
  const hidden = await hiddenAmong(
    read,
    all.flatMap(({ id, clauses }) => [id, ...clauses.map((clause) => clause.id)]),
  )
  return all.map((one) => ({
    ...one,
    ...(hidden.has(one.id) ? { title: hiddenWords, text: hiddenWords, minorityText: '' } : {}),
    clauses: one.clauses.map((clause) => (hidden.has(clause.id) ? { ...clause, text: hiddenWords } : clause)),
  }))
}

import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type RecommendationHit = {
  readonly id: Id<'recommendation'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Recommendations, as they read now, in whose text or clauses these words stand. A hidden clause is not looked at. */
export function searchRecommendations(read: Read, words: Sought, limit: number): Promise<readonly RecommendationHit[]> {
  return bestOf<Omit<RecommendationHit, 'piece'>>(
    read,
    sql`
      select r.id, r.problem_id as problem, r.number, v.title, concat_ws(' ', v.title, v.text, c.texts) as searched
      from draft.recommendation r
      cross join lateral (
        select v.title, v.text from draft.recommendation_version v
        where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
        order by v.version desc
        limit 1
      ) v
      cross join lateral (
        select string_agg(c.text, ' ' order by c.number) as texts from draft.clause c
        join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
        where s.jurisdiction_id = r.jurisdiction_id and s.recommendation_id = r.id and c.number is not null and not exists (
          select from moderation.hidden h where h.jurisdiction_id = c.jurisdiction_id and h.about_id = c.id
        )
      ) c
      where r.id in (select found.id from draft.recommendations_with(${words.words}, ${[...words.configurations]}::text[]) found)
        and exists (select from draft.section s where s.recommendation_id = r.id and s.kind = 'recommendation' and s.position is not null)`,
    words,
    { limit },
  )
}

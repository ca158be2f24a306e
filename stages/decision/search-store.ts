import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type AnswerHit = {
  readonly id: Id<'answer'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  /** Signed, and the body has not carried it yet. */
  readonly isProposed: boolean
  readonly piece: string
}

/** Answers that count now, in which or in whose recommendation’s title these words stand; none to what is hidden. */
export function searchAnswers(read: Read, words: Sought, limit: number): Promise<readonly AnswerHit[]> {
  return bestOf<Omit<AnswerHit, 'piece'>>(
    read,
    sql`
      select c.answer_id as id, p.problem_id as problem, i.number, i.title,
        c.source is null and not exists (
          select from decision.answer_vote w
          where w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version = c.version and w.is_carried
        ) as "isProposed",
        concat_ws(' ', i.title, c.reason, c.amended_text, c.refer_to, c.followed) as searched
      from decision.current_answer c
      join decision.item i on i.jurisdiction_id = c.jurisdiction_id and i.recommendation_id = c.recommendation_id
      join decision.package p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.package_id
      where not exists (
        select from moderation.hidden h
        where h.jurisdiction_id = c.jurisdiction_id and h.about_id in (c.recommendation_id, c.package_id)
      )`,
    words,
    { limit },
  )
}

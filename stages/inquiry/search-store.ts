import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'
import { saidAnywhere } from '../../platform/thread/index.ts'
import { inquirySaid } from './said.ts'

type Hit<N extends Noun> = {
  readonly id: Id<N>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Questions of the whole place in which, or in whose answers, these words stand. */
export async function searchQuestions(read: Read, words: Sought, limit: number): Promise<readonly Hit<'question'>[]> {
  return bestOf(
    read,
    sql`
      select q.id, q.problem_id as problem, q.number, q.question as title, concat_ws(' ', q.question, q.background, r.texts) as searched
      from inquiry.question q
      cross join lateral (
        select string_agg(r.reply, ' ' order by r.round) as texts from inquiry.round r
        where r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id
      ) r
      where q.id in (${await saidAnywhere(read, inquirySaid.question, words)})`,
    words,
    { limit },
  )
}

/** Ordered facts in which, or in whose answers, these words stand. A hidden answer is not looked at. */
export async function searchFacts(read: Read, words: Sought, limit: number): Promise<readonly Hit<'evidence'>[]> {
  return bestOf(
    read,
    sql`
      select e.id, e.problem_id as problem, e.number, e.question as title, concat_ws(' ', e.question, e.why, f.texts) as searched
      from inquiry.evidence e
      cross join lateral (
        select string_agg(concat_ws(' ', f.text, f.sources, f.uncertain), ' ' order by f.number) as texts
        from inquiry.finding f
        where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id and not exists (
          select from moderation.hidden h where h.jurisdiction_id = f.jurisdiction_id and h.about_id = f.id
        )
      ) f
      where e.id in (${await saidAnywhere(read, inquirySaid.evidence, words)})`,
    words,
    { limit },
  )
}

/** What politicians heard and changed, where these words stand in it. */
export async function searchNotes(read: Read, words: Sought, limit: number): Promise<readonly Hit<'note'>[]> {
  return bestOf(
    read,
    sql`
      select n.id, n.problem_id as problem, n.number, n.heard as title, concat_ws(' ', n.heard, n.changed, n.why) as searched
      from inquiry.note n
      where n.id in (${await saidAnywhere(read, inquirySaid.note, words)})`,
    words,
    { limit },
  )
}

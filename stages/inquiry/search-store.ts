import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type QuestionHit = {
  readonly id: Id<'question'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Questions of the whole place in which these words stand. */
export function searchQuestions(read: Read, words: Sought, limit: number): Promise<readonly QuestionHit[]> {
  return bestOf<Omit<QuestionHit, 'piece'>>(
    read,
    sql`
      select q.id, q.problem_id as problem, q.number, q.question as title, q.question || ' ' || q.background as searched
      from inquiry.question q
      where q.id in (select found.id from inquiry.questions_with(${words.words}, ${[...words.configurations]}::text[]) found)`,
    words,
    { limit },
  )
}

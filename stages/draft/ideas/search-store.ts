import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../../platform/db/index.ts'

export type IdeaHit = {
  readonly id: Id<'idea'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Experiences and ideas of the whole place in which these words stand. */
export function searchIdeas(read: Read, words: Sought, limit: number): Promise<readonly IdeaHit[]> {
  return bestOf<Omit<IdeaHit, 'piece'>>(
    read,
    sql`
      select i.id, i.problem_id as problem, i.number, i.title, i.title || ' ' || i.text || ' ' || i.place as searched
      from draft.idea i
      where i.id in (select found.id from draft.ideas_with(${words.words}, ${[...words.configurations]}::text[]) found)`,
    words,
    { limit },
  )
}

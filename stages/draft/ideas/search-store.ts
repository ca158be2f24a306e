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
export async function searchIdeas(read: Read, words: Sought, limit: number): Promise<readonly IdeaHit[]> {
  const numbered = await byReceipt(read, words.words.trim())
  if (numbered) return [numbered]
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

/** The one to which staff gave this number, for whoever asks what became of her words. */
async function byReceipt(read: Read, words: string): Promise<IdeaHit | undefined> {
  if (!/^\d{3}-\d{3}-\d{3}$/.test(words)) return undefined
  const { rows } = await sql<IdeaHit>`
    select i.id, i.problem_id as problem, i.number, i.title, '' as piece from draft.idea i where i.receipt = ${words}`.execute(
    read,
  )
  return rows[0]
}

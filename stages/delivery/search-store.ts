import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type CommitmentHit = {
  readonly id: Id<'commitment'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Commitments, promised or told, in which these words stand; a draft is nobody’s promise yet. */
export function searchCommitments(read: Read, words: Sought, limit: number): Promise<readonly CommitmentHit[]> {
  return bestOf<Omit<CommitmentHit, 'piece'>>(
    read,
    sql`
      select c.id, c.problem_id as problem, c.number, c.title,
        concat_ws(' ', c.title, c.office, c.budget_line, c.standing_reason) as searched
      from delivery.commitment c
      where c.confirmed_at is not null or c.source is not null`,
    words,
    { limit },
  )
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../../platform/db/index.ts'

/** An instant as exports write it: whole milliseconds since 1970, and to the microsecond in words. */
export type WrittenInstant = { readonly milliseconds: string; readonly instant: string }

export type WholeStatement = WrittenInstant & {
  readonly id: Id<'statement'>
  readonly number: number
  /** The number it came with, else its own. */
  readonly exported: number
  readonly text: string
  readonly writtenBy: Id<'account'> | null
  readonly isTakenOut: boolean
}

const written = (column: string) => sql`
  floor(extract(epoch from ${sql.ref(column)}) * 1000)::bigint::text as milliseconds,
  to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant`

/** In the order of their numbers. */
export async function wholeStatements(
  read: Read,
  consultation: Id<'consultation'>,
): Promise<readonly WholeStatement[]> {
  const { rows } = await sql<WholeStatement>`
    select s.id, s.number, coalesce(s.source_number, s.number) as exported, s.text, s.written_by as "writtenBy",
      s.is_taken_out as "isTakenOut", ${written('s.written_at')}
    from opinion.statement s
    where s.consultation_id = ${consultation}
    order by s.number`.execute(read)
  return rows
}

export type WholeVote = WrittenInstant & {
  /** The number the voter came with; else numbers in the order of random names, which maps are drawn in. */
  readonly voter: number
  readonly statement: number
  /** The number its statement is exported under. */
  readonly exported: number
  readonly choice: Choice
}

const rowsAtOnce = 10_000

/**
 * Every vote ever cast, those that were changed later too, in the order they were cast; of one instant by voter. All as they were when
 * the first was read. A cursor: a million votes need the memory of ten thousand.
 */
export async function* wholeVotes(tx: Tx, consultation: Id<'consultation'>): AsyncGenerator<readonly WholeVote[]> {
  await sql`
    declare whole_votes no scroll cursor for
    with voter as (
      select p.id, coalesce(p.source_number, row_number() over (order by p.id) - 1)::integer as number
      from opinion.participant p
      where p.consultation_id = ${consultation}
    )
    select ${written('v.at')}, voter.number as voter, s.number as statement,
      coalesce(s.source_number, s.number) as exported, v.choice
    from opinion.statement s
    join opinion.vote v on v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
    join voter on voter.id = v.participant_id
    where s.consultation_id = ${consultation}
    order by v.at, voter.number, s.number, v.revision`.execute(tx)
  for (;;) {
    const { rows } = await sql<WholeVote>`fetch forward ${sql.lit(rowsAtOnce)} from whole_votes`.execute(tx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close whole_votes`.execute(tx)
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import {
  drawnColumns,
  drawnFrom,
  drawnTables,
  statementColumns,
  type Drawn,
  type DrawnRow,
  type Statement,
} from './store.ts'

type Beside = { readonly before: number | null; readonly after: number | null }

/** One statement by its number, and the numbers beside it. */
export async function statementWithin(
  read: Read,
  consultation: Id<'consultation'>,
  number: number,
): Promise<
  { readonly statement: Statement; readonly before: number | undefined; readonly after: number | undefined } | undefined
> {
  const { rows } = await sql<Statement & Beside>`
    select s.*,
      (select max(b.number) from opinion.statement b where b.consultation_id = ${consultation} and b.number < s.number) as before,
      (select min(a.number) from opinion.statement a where a.consultation_id = ${consultation} and a.number > s.number) as after
    from (${statementColumns} where s.consultation_id = ${consultation} and s.number = ${number}) s`.execute(read)
  const [row] = rows
  if (!row) return undefined
  const { before, after, ...statement } = row
  return { statement, before: before ?? undefined, after: after ?? undefined }
}

type VoteOf = {
  readonly consultation: Id<'consultation'>
  readonly account: Id<'account'>
  readonly statement: Id<'statement'>
}

/** On how many statements one person has voted, and what she says of this one; null: nothing. */
export async function voteWithin(
  read: Read,
  { consultation, account, statement }: VoteOf,
): Promise<{ readonly voted: number; readonly choice: Choice | null }> {
  const { rows } = await sql<{ readonly voted: number; readonly choice: Choice | null }>`
    select count(distinct v.statement_id) as voted,
      (array_agg(v.choice order by v.revision desc) filter (where v.statement_id = ${statement}))[1] as choice
    from opinion.participant p
    join opinion.vote v on v.jurisdiction_id = p.jurisdiction_id and v.participant_id = p.id
    where p.consultation_id = ${consultation} and p.account_id = ${account}`.execute(read)
  return rows[0] ?? { voted: 0, choice: null }
}

export async function drawnOf(read: Read, statement: Id<'statement'>): Promise<Drawn | undefined> {
  const { rows } = await sql<DrawnRow>`${drawnColumns} ${drawnTables} where t.statement_id = ${statement}`.execute(read)
  return rows.map(drawnFrom)[0]
}

/** Without what moderators have hidden, here or at the source. */
export async function withoutHidden<S extends Pick<Statement, 'id' | 'isTakenOut'>>(
  read: Read,
  statements: readonly S[],
): Promise<readonly S[]> {
  const hidden = await hiddenAmong(
    read,
    statements.map(({ id }) => id),
  )
  return statements.filter(({ id, isTakenOut }) => !isTakenOut && !hidden.has(id))
}

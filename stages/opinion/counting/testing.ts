import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/**
 * All sorted anew, to compare with: the last vote of each participant on each statement, without the `heldBack` newest
 * participants of that statement.
 */
export async function countNow(
  read: Read,
  consultation: Id<'consultation'>,
  { heldBack = 0 }: { readonly heldBack?: number } = {},
): Promise<ReadonlyMap<string, Tally>> {
  const { rows } = await sql<Tally & { readonly statement: string }>`
    select statement, count(*) filter (where choice = 'agree') as agree,
      count(*) filter (where choice = 'disagree') as disagree, count(*) filter (where choice = 'pass') as pass
    from (
      select statement, choice, row_number() over (partition by statement order by at desc, participant) as newest
      from (
        select distinct on (v.statement_id, v.participant_id)
          v.statement_id as statement, v.participant_id as participant, v.choice, v.at
        from opinion.vote v
        join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
        where s.consultation_id = ${consultation}
        order by v.statement_id, v.participant_id, v.revision desc
      ) last
    ) ordered
    where newest > ${heldBack}
    group by statement`.execute(read)
  return new Map(rows.map(({ statement, ...tally }) => [statement, tally]))
}

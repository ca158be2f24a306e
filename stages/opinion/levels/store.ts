import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Proved = {
  /** Who gave at least one answer that counts while it was proved who she is. */
  readonly voters: number
  /** What was answered so, by statement; none where nobody did. */
  readonly tallies: ReadonlyMap<string, Tally>
}

/** Once, in the transaction of the close: the answers that count and were given by who had proved who she is. O(answers so given). */
export async function keepProved(tx: Tx, consultation: Id<'consultation'>): Promise<void> {
  await sql`
    with proved as (
      select v.statement_id, v.participant_id, v.choice
      from opinion.statement s
      join opinion.vote v on v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
      where s.consultation_id = ${consultation} and v.assurance <> 'low'
        and not exists (
          select from opinion.vote later
          where later.jurisdiction_id = v.jurisdiction_id and later.statement_id = v.statement_id
            and later.participant_id = v.participant_id and later.revision > v.revision
        )
        and not exists (
          select from opinion.voided x
          where x.consultation_id = ${consultation} and x.participant_id = v.participant_id
        )
    ), kept as (
      insert into opinion.proved (jurisdiction_id, consultation_id, voters)
      select ${tx.jurisdiction}, ${consultation}, count(distinct participant_id) from proved
      returning jurisdiction_id, consultation_id
    )
    insert into opinion.proved_tally (jurisdiction_id, statement_id, consultation_id, agree, disagree, pass)
    select k.jurisdiction_id, p.statement_id, k.consultation_id, count(*) filter (where p.choice = 'agree'),
      count(*) filter (where p.choice = 'disagree'), count(*) filter (where p.choice = 'pass')
    from proved p cross join kept k
    group by k.jurisdiction_id, p.statement_id, k.consultation_id`.execute(tx)
}

/** Undefined where voting has not closed, or closed before this was counted. */
export async function provedIn(read: Read, consultation: Id<'consultation'>): Promise<Proved | undefined> {
  const kept = await read
    .selectFrom('opinion.proved')
    .select('voters')
    .where('consultation_id', '=', consultation)
    .executeTakeFirst()
  if (!kept) return undefined
  const rows = await read
    .selectFrom('opinion.proved_tally')
    .select(['statement_id', 'agree', 'disagree', 'pass'])
    .where('consultation_id', '=', consultation)
    .execute()
  return { voters: kept.voters, tallies: new Map(rows.map(({ statement_id: id, ...tally }) => [id, tally])) }
}

import { sql } from 'kysely'
import type { Read } from '../db/index.ts'

/** How often one thing was done under one rule in one month; the rule is '' where none was named. */
export type Figure = {
  /** `2026-11`, by the clock of the place. */
  readonly month: string
  readonly act: 'hidden' | 'refused' | 'restored' | 'kept' | 'taken-back' | 'appealed'
  readonly rule: string
  readonly times: number
}

/** What moderators did, month by month, the newest first: counted from the public record, so that everybody can count it again. */
export async function figuresOf(read: Read, timeZone: string): Promise<readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select to_char(e.at at time zone ${timeZone}, 'YYYY-MM') as month,
      case when e.kind = 'moderation.hidden' and e.public ->> 'neverShown' = 'true' then 'refused'
        else split_part(e.kind, '.', 2) end as act,
      coalesce(e.public ->> 'rule', '') as rule, count(*)::integer as times
    from ledger.event e
    where e.kind in (
      'moderation.hidden', 'moderation.restored', 'moderation.kept', 'moderation.taken-back', 'moderation.appealed'
    )
    group by 1, 2, 3
    order by 1 desc, 2, 3`.execute(read)
  return rows
}

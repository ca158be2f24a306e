import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { Matter } from './rules.ts'

/** The questions of a mandate `m` as one column of its row. */
export const mattersColumn = sql`coalesce((
    select jsonb_agg(jsonb_build_object(
      'words', t.words, 'room', t.room, 'why', t.why, 'level', t.level,
      'money', case when t.money_amount is not null
        then jsonb_build_object('amount', t.money_amount, 'currency', t.money_currency, 'words', t.money_words) end,
      'law', case when t.law_kind is not null
        then jsonb_build_object('kind', t.law_kind, 'words', t.law_words, 'reference', t.law_reference) end
    ) order by t.position)
    from mandate.matter t
    where t.jurisdiction_id = m.jurisdiction_id and t.mandate_id = m.id
  ), '[]')`

/** Writes the questions of a draft in place of those that stood there. */
export async function putMatters(tx: Tx, mandate: Id<'mandate'>, matters: readonly Matter[]): Promise<void> {
  await tx.deleteFrom('mandate.matter').where('mandate_id', '=', mandate).execute()
  if (matters.length === 0) return
  await tx
    .insertInto('mandate.matter')
    .values(
      matters.map(({ words, room, why, level, money, law }, at) => ({
        jurisdiction_id: tx.jurisdiction,
        mandate_id: mandate,
        position: at + 1,
        words,
        room,
        why,
        level,
        money_amount: money?.amount ?? null,
        money_currency: money?.currency ?? null,
        money_words: money?.words ?? '',
        law_kind: law?.kind ?? null,
        law_words: law?.words ?? '',
        law_reference: law?.reference ?? '',
      })),
    )
    .execute()
}

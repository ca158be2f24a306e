import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/**
 * Takes words out of everything people were told, and puts others in their place: what was hidden is not read on in a
 * notice or in a digest that goes out tomorrow.
 */
export async function forgetWords(tx: Tx, words: string, instead: string): Promise<void> {
  await sql`
    update notices.notice n
    set values = (
      select jsonb_object_agg(v.key, case when v.value = to_jsonb(${words}::text) then to_jsonb(${instead}::text) else v.value end)
      from jsonb_each(n.values) v
    )
    where exists (select from jsonb_each(n.values) v where v.value = to_jsonb(${words}::text))`.execute(tx)
}

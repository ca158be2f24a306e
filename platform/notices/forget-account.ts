import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/** Everything somebody was told and follows, and the link that stops her mails. */
export async function forgetAccount(tx: Tx, account: Id<'account'>): Promise<void> {
  for (const table of ['notices.notice', 'notices.follow', 'notices.digest', 'notices.stop_link'] as const)
    await tx.deleteFrom(table).where('account_id', '=', account).execute()
}

/** Her name, out of what others were told; whoever bears the same name is named there no more either. */
export async function takeNameOut(tx: Tx, name: string): Promise<void> {
  if (name === '') return
  await sql`
    update notices.notice n
    set values = (
      select jsonb_object_agg(v.key, case when v.value = to_jsonb(${name}::text) then to_jsonb('[…]'::text) else v.value end)
      from jsonb_each(n.values) v
    )
    where exists (select from jsonb_each(n.values) v where v.value = to_jsonb(${name}::text))`.execute(tx)
}

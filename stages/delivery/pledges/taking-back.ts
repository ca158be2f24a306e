import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'

/** Somebody deletes her account: nobody waits any longer for what she promised and has not done. What she kept stays kept. */
export async function takePledgesBack(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('delivery.pledge')
    .set({ state: 'not-kept', settled_words: '', settled_by: account, settled_at: tx.now })
    .where('pledged_by', '=', account)
    .where('state', '=', 'promised')
    .execute()
}

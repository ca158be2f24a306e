import { createHmac, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'
import { clientOf } from './client-hash.ts'

/** New at each start and written nowhere: from the rows nobody can tell which network it was. */
const key = randomBytes(32)

/** Long enough to look through the votes of a fortnight, and no longer. */
const daysKept = 14

/** /24 of IPv4, /48 of IPv6: what one house, school or server usually has. */
export function networkOf(address: string): string {
  const client = clientOf(address)
  return client
    .split(client.includes(':') ? ':' : '.')
    .slice(0, 3)
    .join(client.includes(':') ? ':' : '.')
}

/** From which network an account was used first; later ones add nothing. */
export async function noteNetwork(tx: Tx, account: Id<'account'>, address: string | undefined): Promise<void> {
  if (address === undefined) return
  await tx
    .insertInto('identity.network')
    .values({
      jurisdiction_id: tx.jurisdiction,
      account_id: account,
      network_hash: createHmac('sha256', key).update(networkOf(address)).digest(),
      seen_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doNothing())
    .execute()
}

/** The hash of the network each account came from first, where that is still known. */
export async function networksSeen(read: Read): Promise<ReadonlyMap<Id<'account'>, string>> {
  const rows = await read.selectFrom('identity.network').select(['account_id', 'network_hash']).execute()
  return new Map(rows.map((row) => [row.account_id, row.network_hash.toString('hex')]))
}

export async function forgetNetworks(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('identity.network')
    .where('seen_at', '<', tx.now.subtract({ hours: 24 * daysKept }))
    .execute()
}

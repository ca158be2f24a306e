import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import { lockShared, type Tx } from '../../../platform/db/index.ts'
import { lockBecomingKnown, type KnownBy } from '../../../platform/identity/index.ts'
import { openOnes } from './leaving.ts'
import { layKeys } from './store.ts'

/**
 * Somebody who may have voted links an electronic identity: from now on she is known by it too in every consultation under way.
 * Refused where it has voted there already, from an account that is deleted: it would be her second voice. Consultations are
 * locked before the person, as votes do.
 */
export async function becomeKnownBy(tx: Tx, account: Id<'account'>, by: KnownBy): Promise<Result<null, 'voted-by-it'>> {
  for (const consultation of await allOpen(tx)) await lockShared(tx, consultation)
  await lockBecomingKnown(tx, account)
  const votedIn = await openOnes(tx, account)
  const voters = votedIn.map((consultation) => ({ consultation, account }))
  const before = await layKeys(tx, voters, new Map([[account, [by]]]))
  return before.length > 0 ? refuse('voted-by-it') : accept(null)
}

/** In the order in which votes lock them. */
async function allOpen(tx: Tx): Promise<readonly Id<'consultation'>[]> {
  const { rows } = await sql<{ readonly id: Id<'consultation'> }>`
    select id from opinion.consultation where closed_at is null order by hashtextextended(id::text, 0)`.execute(tx)
  return rows.map(({ id }) => id)
}

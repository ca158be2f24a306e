import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import { clock, type Read, type Tx } from '../../db/index.ts'
import type { Proof } from './eid.ts'
import type { Level } from './provider.ts'

/** An electronic identity that opens an account. */
export type External = {
  readonly issuer: string
  readonly linkedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant
  readonly assurance: Level
}

/** Whose account this identity opens, by issuer and subject alone. */
export async function accountOfProof(
  tx: Tx,
  { issuer, subject, assurance }: Proof,
): Promise<Id<'account'> | undefined> {
  const row = await tx
    .updateTable('identity.external')
    .set({ used_at: await clock(tx), assurance })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('unlinked_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

/**
 * From now on this identity opens this account. One that ever opened another account never does: two accounts of one
 * person would be two voices. The key decides between two that come at once. Not new is what this account had unlinked.
 */
export async function linkExternal(
  tx: Tx,
  account: Id<'account'>,
  { issuer, subject, assurance }: Proof,
): Promise<Result<{ readonly isNew: boolean }, 'of-another-account'>> {
  const now = await clock(tx)
  const row = await tx
    .insertInto('identity.external')
    .values({
      jurisdiction_id: tx.jurisdiction,
      issuer,
      subject,
      account_id: account,
      assurance,
      linked_at: now,
      used_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'issuer', 'subject'])
        .doUpdateSet({ assurance, linked_at: now, used_at: now, unlinked_at: null })
        .where('identity.external.account_id', '=', account),
    )
    .returning(sql<boolean>`xmax = 0`.as('isNew')) // of a row that was there it names who has changed it
    .executeTakeFirst()
  return row ? accept(row) : refuse('of-another-account')
}

/** It opens the account no more. That it once did is kept, so that it never opens another one. */
export async function unlinkExternal(tx: Tx, account: Id<'account'>, issuer: string): Promise<void> {
  await tx
    .updateTable('identity.external')
    .set({ unlinked_at: await clock(tx) })
    .where('account_id', '=', account)
    .where('issuer', '=', issuer)
    .where('unlinked_at', 'is', null)
    .execute()
}

export async function externalsOf(read: Read, account: Id<'account'>): Promise<readonly External[]> {
  const rows = await read
    .selectFrom('identity.external')
    .select(['issuer', 'linked_at', 'used_at', 'assurance'])
    .where('account_id', '=', account)
    .where('unlinked_at', 'is', null)
    .orderBy('linked_at')
    .execute()
  return rows.map(({ issuer, linked_at, used_at, assurance }) => ({
    issuer,
    linkedAt: linked_at,
    usedAt: used_at,
    assurance: assurance as Level, // held by a check constraint
  }))
}

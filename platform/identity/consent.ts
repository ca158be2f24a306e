import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Read, type Tx } from '../db/index.ts'

/** That her opinions are kept and counted; that she is written to. Each is given, and taken back, by itself. */
export type ConsentKind = 'opinions' | 'mails'

export type Consent = {
  readonly kind: ConsentKind
  /** The words she was asked in. */
  readonly wording: string
  readonly language: string
  readonly givenAt: Temporal.Instant
  readonly takenBackAt: Temporal.Instant | null
}

/** The newest first. */
export async function consentsOf(read: Read, account: Id<'account'>): Promise<readonly Consent[]> {
  const rows = await read
    .selectFrom('identity.consent')
    .select(['kind', 'wording', 'language', 'given_at', 'taken_back_at'])
    .where('account_id', '=', account)
    .orderBy('given_at', 'desc')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as ConsentKind, // held by a check constraint
    wording: row.wording,
    language: row.language,
    givenAt: row.given_at,
    takenBackAt: row.taken_back_at,
  }))
}

export type Agreed = { readonly kind: ConsentKind; readonly wording: string; readonly language: string }

/** Whoever has agreed already goes on by the words she was asked in then. */
export async function agree(tx: Tx, account: Id<'account'>, agreed: Agreed): Promise<void> {
  await tx
    .insertInto('identity.consent')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, given_at: await clock(tx), ...agreed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (agreed.kind === 'mails')
    await tx
      .updateTable('identity.account')
      .set({ mail_frequency: 'at-once' })
      .where('id', '=', account)
      .where('mail_frequency', '=', 'never')
      .execute()
}

/** With her consent to opinions go the roles of a resident, at her next request. */
export async function takeConsentBack(tx: Tx, account: Id<'account'>, kind: ConsentKind): Promise<void> {
  await tx
    .updateTable('identity.consent')
    .set({ taken_back_at: await clock(tx) })
    .where('account_id', '=', account)
    .where('kind', '=', kind)
    .where('taken_back_at', 'is', null)
    .execute()
  await tx
    .updateTable('identity.account')
    .set(kind === 'opinions' ? { consented_at: null } : { mail_frequency: 'never' })
    .where('id', '=', account)
    .execute()
}

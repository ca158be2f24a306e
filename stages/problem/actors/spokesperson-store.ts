import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Speaking } from './spokesperson-rules.ts'

export type Spokesperson = Speaking & {
  readonly actor: Id<'actor'>
  readonly name: string
  readonly how: 'link' | 'herself' | 'office'
  /** Until when she can answer; null once she has agreed. */
  readonly expiresAt: Temporal.Instant | null
}

function spokespeople(read: Read) {
  return read
    .selectFrom('problem.spokesperson')
    .select(['actor_id', 'name', 'how', 'account_id', 'person_id', 'asked_by', 'agreed_at', 'expires_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof spokespeople>['executeTakeFirstOrThrow']>>

function spokespersonFrom(row: Row): Spokesperson {
  return {
    actor: row.actor_id,
    name: row.name,
    how: row.how as Spokesperson['how'], // held by a check constraint
    account: row.account_id,
    person: row.person_id,
    askedBy: row.asked_by,
    hasAgreed: row.agreed_at !== null,
    expiresAt: row.expires_at,
  }
}

export async function spokespersonOf(read: Read, actor: Id<'actor'>): Promise<Spokesperson | undefined> {
  const row = await spokespeople(read).where('actor_id', '=', actor).executeTakeFirst()
  return row && spokespersonFrom(row)
}

export async function spokespersonByToken(read: Read, hash: Buffer): Promise<Spokesperson | undefined> {
  const row = await spokespeople(read).where('token_hash', '=', hash).executeTakeFirst()
  return row && spokespersonFrom(row)
}

/** How many people this account has asked by mail since then, whatever became of it. */
export async function askedSince(read: Read, account: Id<'account'>, since: Temporal.Instant): Promise<number> {
  const rows = await read
    .selectFrom('problem.spokesperson_mail')
    .select('at')
    .where('asked_by', '=', account)
    .where('at', '>', since)
    .execute()
  return rows.length
}

export async function putMail(tx: Tx, by: Id<'account'>): Promise<void> {
  await tx
    .insertInto('problem.spokesperson_mail')
    .values({ jurisdiction_id: tx.jurisdiction, asked_by: by, at: tx.now })
    .execute()
}

export type NewSpokesperson = {
  readonly actor: Id<'actor'>
  readonly name: string
  readonly how: Spokesperson['how']
  readonly account?: Id<'account'> | null
  readonly person?: Id<'person'> | null
  /** Where she has still to be asked: by whom, where, until when. */
  readonly asked?: { readonly by: Id<'account'>; readonly email: string; readonly until: Temporal.Instant }
  readonly tokenHash?: Buffer | null
}

export async function putSpokesperson(tx: Tx, one: NewSpokesperson): Promise<void> {
  await tx
    .insertInto('problem.spokesperson')
    .values({
      jurisdiction_id: tx.jurisdiction,
      actor_id: one.actor,
      name: one.name,
      how: one.how,
      account_id: one.account ?? null,
      person_id: one.person ?? null,
      email: one.asked?.email ?? null,
      asked_by: one.asked?.by ?? null,
      asked_at: tx.now,
      expires_at: one.asked?.until ?? null,
      token_hash: one.tokenHash ?? null,
      agreed_at: one.asked ? null : tx.now,
    })
    .execute()
}

/**
 * She said yes; where she was asked is forgotten. The link stays hers, to take the name away again. By her link, never by the
 * actor: somebody else may have been asked for it meanwhile. False when the link is gone.
 */
export async function agreeToSpeak(tx: Tx, link: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('problem.spokesperson')
    .set({ agreed_at: tx.now, email: null, expires_at: null })
    .where('token_hash', '=', link)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** She said no, or takes her name away: nothing of her stays. False when the link is gone. */
export async function forgetByLink(tx: Tx, link: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('problem.spokesperson')
    .where('token_hash', '=', link)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Nothing of her stays. */
export async function forgetSpokesperson(tx: Tx, actor: Id<'actor'>): Promise<void> {
  await tx.deleteFrom('problem.spokesperson').where('actor_id', '=', actor).execute()
}

/** Who has not answered in time is forgotten, and after a day who mailed a question. */
export async function forgetUnanswered(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('problem.spokesperson_mail')
    .where('at', '<=', tx.now.subtract({ hours: 24 }))
    .execute()
  await tx.deleteFrom('problem.spokesperson').where('expires_at', '<=', tx.now).execute()
}

import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { clock, type Read, type Tx } from '../db/index.ts'
import { endAllSessions } from './session.ts'

/** Long enough to find out that it was a mistake; by then no mail of hers lies in the outbox or the queue any more. */
export const daysOfGrace = 14

/** What becomes of the words of somebody who leaves: they stay without her name, or go with her. */
export const wordsOfLeaver = ['stay', 'go'] as const
export type WordsOfLeaver = (typeof wordsOfLeaver)[number]

type Leaving = { readonly account: Id<'account'>; readonly words: WordsOfLeaver }

/** Signs her out everywhere, takes her name away and stops her mails; the rest is due when the days of grace are over. */
export async function beginLeaving(tx: Tx, { account, words }: Leaving): Promise<Temporal.Instant> {
  const now = await clock(tx)
  const due = now.add({ hours: 24 * daysOfGrace })
  await endAllSessions(tx, account)
  await tx
    .insertInto('identity.leaving')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, asked_at: now, due_at: due, words })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doNothing())
    .execute()
  await tx
    .updateTable('identity.account')
    .set({ name: '', consented_at: null, mail_frequency: 'never' })
    .where('id', '=', account)
    .execute()
  return due
}

/** Whose days of grace are over. */
export async function dueToLeave(read: Read, now: Temporal.Instant): Promise<readonly Id<'account'>[]> {
  const rows = await read
    .selectFrom('identity.leaving')
    .select('account_id')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .execute()
  return rows.map((row) => row.account_id)
}

/** Takes up the leaving of one account, so that nobody signs in to it meanwhile; nothing where she has taken it back. */
export async function takeUpLeaving(tx: Tx, account: Id<'account'>): Promise<WordsOfLeaver | undefined> {
  const taken = await tx
    .deleteFrom('identity.leaving')
    .where('account_id', '=', account)
    .where('due_at', '<=', await clock(tx))
    .returning('words')
    .executeTakeFirst()
  return taken && (taken.words === 'go' ? 'go' : 'stay')
}

/** As long as the session of whoever signed in and went away again. */
const daysStrangersAreKept = 30

/** Who typed a code once and never said who she is; nobody gave her a role, an office or a case to prepare. */
export async function strangers(read: Read, now: Temporal.Instant): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly id: Id<'account'> }>`
    select a.id from identity.account a
    where a.consented_at is null and a.name = '' and a.person_id is null and a.left_at is null
      and a.created_at < ${now.subtract({ hours: 24 * daysStrangersAreKept })}::timestamptz
      and not exists (select from identity.session s where s.jurisdiction_id = a.jurisdiction_id and s.account_id = a.id)
      and not exists (select from identity.staff_role r where r.jurisdiction_id = a.jurisdiction_id and r.account_id = a.id)
      and not exists (select from identity.delegation d where d.jurisdiction_id = a.jurisdiction_id and d.account_id = a.id)
      and not exists (select from identity.leaving l where l.jurisdiction_id = a.jurisdiction_id and l.account_id = a.id)
    order by a.id`.execute(read)
  return rows.map(({ id }) => id)
}

/**
 * Empties the account: what she wrote goes on pointing at it, and it tells nothing of anybody. What stays is public for another
 * reason: the person the council knows her as, and the organisation in whose name something was written.
 */
export async function emptyAccount(tx: Tx, account: Id<'account'>): Promise<void> {
  const { email } = await tx
    .selectFrom('identity.account')
    .select('email')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('identity.attempt').where('email', '=', email).execute()
  await sql`select identity.erase_rows_of(${account})`.execute(tx)
  await tx
    .updateTable('identity.account')
    .set({
      email: `${crypto.randomUUID()}@left.invalid`,
      mailbox: null,
      name: '',
      language: 'en',
      tie: null,
      tie_words: '',
      interest: '',
      assurance: 'low',
      mail_frequency: 'never',
      consented_at: null,
      left_at: tx.now,
    })
    .where('id', '=', account)
    .execute()
}

/** Whose accounts were emptied here. */
export async function leftAccounts(read: Read): Promise<readonly Id<'account'>[]> {
  const rows = await read.selectFrom('identity.account').select('id').where('left_at', 'is not', null).execute()
  return rows.map(({ id }) => id)
}

/** Those among these that are here and were not emptied. */
export async function notLeftOf(read: Read, ids: readonly Id<'account'>[]): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly id: Id<'account'> }>`
    select id from identity.account where id = any(${ids}::uuid[]) and left_at is null order by id`.execute(read)
  return rows.map(({ id }) => id)
}

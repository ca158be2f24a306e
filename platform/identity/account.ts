import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../db/index.ts'
import { mailboxOf } from './mailbox.ts'

export type Tie = 'lives-here' | 'works-here' | 'uses-services' | 'other'

export type Account = {
  readonly id: Id<'account'>
  readonly email: string
  readonly name: string
  readonly language: string
  readonly person: Id<'person'> | null
  readonly tie: Tie | null
  readonly tieWords: string
  readonly organisation: string | null
  readonly interest: string
  /** Where the organisation's declaration stands; null while it has none. */
  readonly declaration: string | null
  readonly mailFrequency: 'at-once' | 'digest' | 'never'
  /** Null until she agreed that her opinions are kept: before that nothing can be contributed. */
  readonly consentedAt: Temporal.Instant | null
}

export async function accountById(read: Read, id: Id<'account'>): Promise<Account | undefined> {
  return (await accountsById(read, [id])).get(id)
}

export async function accountsById(
  read: Read,
  ids: readonly Id<'account'>[],
): Promise<ReadonlyMap<Id<'account'>, Account>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('identity.account')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, accountOf(row)]))
}

export async function accountByEmail(read: Read, email: string): Promise<Account | undefined> {
  const row = await read.selectFrom('identity.account').selectAll().where('email', '=', email).executeTakeFirst()
  return row && accountOf(row)
}

export async function accountOfPerson(read: Read, person: Id<'person'>): Promise<Account | undefined> {
  const row = await read.selectFrom('identity.account').selectAll().where('person_id', '=', person).executeTakeFirst()
  return row && accountOf(row)
}

/** Whether the mailbox of this address has an account under another spelling, and none under this one. */
export async function hasOtherSpelling(read: Read, email: string): Promise<boolean> {
  const rows = await read
    .selectFrom('identity.account')
    .select('email')
    .where((where) => where.or([where('email', '=', email), where('mailbox', '=', mailboxOf(email))]))
    .execute()
  return rows.length > 0 && rows.every((row) => row.email !== email)
}

/**
 * The account of this address, made when it is the first time. Two first times at once make one. The database refuses a second
 * spelling of a mailbox: whoever typed it is told before (`hasOtherSpelling`). An administrator who gives somebody an office knows
 * her by more than her mail: the office may have a spelling of its own.
 */
export async function ensureAccount(
  tx: Tx,
  email: string,
  language: string,
  { isOffice = false }: { readonly isOffice?: boolean } = {},
): Promise<Id<'account'>> {
  const mailbox = isOffice && (await hasOtherSpelling(tx, email)) ? null : mailboxOf(email)
  await tx
    .insertInto('identity.account')
    .values({ jurisdiction_id: tx.jurisdiction, id: newId('account'), email, mailbox, language })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'email']).doNothing())
    .execute()
  const row = await tx.selectFrom('identity.account').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  return row.id
}

/**
 * An account held for somebody who takes part without a computer. It has an address to which no mail can ever go (RFC 2606), so
 * nobody signs in with it and nothing is mailed; what concerns her reaches her on paper. She has agreed before staff.
 */
export async function holdAccount(
  tx: Tx,
  { name, language }: { readonly name: string; readonly language: string },
): Promise<Id<'account'>> {
  const id = newId('account')
  await tx
    .insertInto('identity.account')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      email: `${crypto.randomUUID()}@paper.invalid`,
      name,
      language,
      tie: 'other',
      mail_frequency: 'never',
      consented_at: tx.now,
    })
    .execute()
  return id
}

/** Takes the names from accounts that were held for people without a computer; from no other account. */
export async function forgetHeldAccounts(tx: Tx, ids: readonly Id<'account'>[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('identity.account')
    .set({ name: '', tie_words: '' })
    .where('id', 'in', [...ids])
    .where('email', 'like', '%@paper.invalid')
    .execute()
}

export type Introduction = Pick<Account, 'name' | 'language' | 'tie' | 'tieWords' | 'organisation' | 'interest'>

/** What a person says of herself at the welcome page; with her consent, unless she withholds it. */
export async function introduce(
  tx: Tx,
  id: Id<'account'>,
  words: Introduction,
  { agrees = true }: { readonly agrees?: boolean } = {},
): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({
      name: words.name,
      language: words.language,
      tie: words.tie,
      tie_words: words.tieWords,
      organisation: words.organisation,
      interest: words.interest,
      // Under another name it has declared nothing: no label of hers leads to what was declared under the one before.
      declaration: sql`case when organisation is not distinct from ${words.organisation} then declaration end`,
      ...(agrees ? { consented_at: tx.now } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** Where the account's declaration of interests stands from now on; null when it is withdrawn. */
export async function setDeclaration(tx: Tx, id: Id<'account'>, declaration: string | null): Promise<void> {
  await tx.updateTable('identity.account').set({ declaration }).where('id', '=', id).execute()
}

export type Preferences = Pick<Account, 'name' | 'language' | 'mailFrequency'>

export async function setPreferences(
  tx: Tx,
  id: Id<'account'>,
  { name, language, mailFrequency }: Preferences,
): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ name, language, mail_frequency: mailFrequency })
    .where('id', '=', id)
    .execute()
}

/** She gets no more mails of news; the code she signs in with still comes. */
export async function stopMails(tx: Tx, id: Id<'account'>): Promise<void> {
  await tx.updateTable('identity.account').set({ mail_frequency: 'never' }).where('id', '=', id).execute()
}

/** Says that this account belongs to that public figure. The database refuses a second account for one person. */
export async function linkPerson(tx: Tx, account: Id<'account'>, person: Id<'person'>): Promise<void> {
  await tx.updateTable('identity.account').set({ person_id: person }).where('id', '=', account).execute()
}

export async function unlinkPerson(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.updateTable('identity.account').set({ person_id: null }).where('id', '=', account).execute()
}

export type StaffRole = 'administrator' | 'clerk' | 'facilitator' | 'officer'

export async function grantStaffRole(
  tx: Tx,
  account: Id<'account'>,
  role: StaffRole,
  by: Id<'account'> | null,
): Promise<void> {
  await tx
    .insertInto('identity.staff_role')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, role, granted_by: by, starts_at: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'account_id', 'role'])
        .doUpdateSet({ ends_at: null, granted_by: by, starts_at: tx.now })
        .where('identity.staff_role.ends_at', 'is not', null),
    )
    .execute()
}

export async function endStaffRole(tx: Tx, account: Id<'account'>, role: StaffRole): Promise<void> {
  await tx
    .updateTable('identity.staff_role')
    .set({ ends_at: tx.now })
    .where('account_id', '=', account)
    .where('role', '=', role)
    .execute()
}

export type StaffMember = {
  readonly account: Id<'account'>
  readonly name: string
  readonly email: string
  readonly role: StaffRole
}

export async function staff(read: Read): Promise<readonly StaffMember[]> {
  const rows = await read
    .selectFrom('identity.staff_role as s')
    .innerJoin('identity.account as a', (join) =>
      join.onRef('a.jurisdiction_id', '=', 's.jurisdiction_id').onRef('a.id', '=', 's.account_id'),
    )
    .select(['s.account_id', 'a.name', 'a.email', 's.role'])
    .where('s.ends_at', 'is', null)
    .orderBy('a.email')
    .execute()
  return rows.map((row) => ({ account: row.account_id, name: row.name, email: row.email, role: row.role as StaffRole })) // held by a check constraint
}

type Row = {
  readonly id: Id<'account'>
  readonly email: string
  readonly name: string
  readonly language: string
  readonly person_id: Id<'person'> | null
  readonly tie: string | null
  readonly tie_words: string
  readonly organisation: string | null
  readonly declaration: string | null
  readonly interest: string
  readonly mail_frequency: string
  readonly consented_at: Temporal.Instant | null
}

function accountOf(row: Row): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language,
    person: row.person_id,
    tie: row.tie as Account['tie'], // held by a check constraint, as is the next
    tieWords: row.tie_words,
    organisation: row.organisation,
    declaration: row.declaration,
    interest: row.interest,
    mailFrequency: row.mail_frequency as Account['mailFrequency'],
    consentedAt: row.consented_at,
  }
}

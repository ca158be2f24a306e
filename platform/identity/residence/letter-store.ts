import { sql } from 'kysely'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../db/index.ts'
import type { Household } from './register.ts'

export type Asked = { readonly form: string; readonly letters: number }

/** Asked for by nobody in particular: only the address is kept, and how often. */
export async function putAsked(tx: Tx, form: string, on: Temporal.PlainDate): Promise<void> {
  await sql`
    insert into identity.residence_asked as known (jurisdiction_id, form, letters, asked_on)
    values (${tx.jurisdiction}, ${form}, 1, ${on.toString()})
    on conflict (jurisdiction_id, form) do update set letters = least(known.letters + 1, 20)`.execute(tx)
}

export function askedLetters(read: Read): Promise<readonly Asked[]> {
  return read.selectFrom('identity.residence_asked').select(['form', 'letters']).orderBy('form').execute()
}

/** What was seen of it; who asked meanwhile still waits. */
export async function forgetAsked(tx: Tx, seen: readonly Asked[]): Promise<void> {
  const [forms, letters] = [seen.map(({ form }) => form), seen.map((one) => one.letters)]
  await sql`
    with seen as (select * from unnest(${forms}::text[], ${letters}::int[]) s (form, letters)), gone as (
      delete from identity.residence_asked a using seen s where a.form = s.form and a.letters <= s.letters
    )
    update identity.residence_asked a set letters = a.letters - s.letters
    from seen s where a.form = s.form and a.letters > s.letters`.execute(tx)
}

export type Free = Household & {
  /** Letters it may still get: people registered there, less letters that are good or have shown something. */
  readonly free: number
}

/** Of these addresses of the list, or of all. */
export async function householdsWithRoom(
  tx: Tx,
  forms: readonly string[] | 'all',
  now: Temporal.Instant,
): Promise<readonly Free[]> {
  const some = forms === 'all' ? sql`true` : sql`h.form = any(${forms}::text[])`
  const { rows } = await sql<Free>`
    select h.form, h.lines, h.people, (h.people - count(l.number))::int as free
    from identity.household h
    left join identity.residence_letter l
      on l.jurisdiction_id = h.jurisdiction_id and l.form = h.form and l.ends_at > ${now.toString()}::timestamptz
    where h.jurisdiction_id = ${tx.jurisdiction} and ${some}
    group by h.jurisdiction_id, h.form
    having h.people > count(l.number)
    order by h.form`.execute(tx)
  return rows
}

/** Letters that could be sent to all addresses of the list together. */
export async function roomForLetters(read: Read, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ room: number }>`
    select coalesce(sum(greatest(h.people - coalesce(l.letters, 0), 0)), 0)::int as room
    from identity.household h
    left join (
      select form, count(*) as letters from identity.residence_letter
      where ends_at > ${now.toString()}::timestamptz
      group by form
    ) l on l.form = h.form`.execute(read)
  return rows[0]?.room ?? 0
}

export type Run = {
  readonly run: number
  readonly letters: number
  readonly madeAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly printedAt: Temporal.Instant | null
}

export async function runs(read: Read): Promise<readonly Run[]> {
  const rows = await read
    .selectFrom('identity.residence_run')
    .select(['run', 'letters', 'made_at', 'ends_at', 'printed_at'])
    .orderBy('run', 'desc')
    .execute()
  return rows.map((row) => ({
    run: row.run,
    letters: row.letters,
    madeAt: row.made_at,
    endsAt: row.ends_at,
    printedAt: row.printed_at,
  }))
}

export type NewRun = {
  readonly run: number
  readonly key: Buffer
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly letters: readonly { readonly form: string; readonly codeHash: Buffer }[]
}

/** Numbered in the order given. */
export async function putRun(tx: Tx, { run, key, by, at, endsAt, letters }: NewRun): Promise<void> {
  await tx
    .insertInto('identity.residence_run')
    .values({
      jurisdiction_id: tx.jurisdiction,
      run,
      letters: letters.length,
      code_key: key,
      made_by: by,
      made_at: at,
      ends_at: endsAt,
    })
    .execute()
  await sql`
    insert into identity.residence_letter (jurisdiction_id, run, number, form, code_hash, made_at, ends_at)
    select ${tx.jurisdiction}, ${run}, l.number, l.form, l.hash, ${at.toString()}::timestamptz, ${endsAt.toString()}::timestamptz
    from unnest(${letters.map(({ form }) => form)}::text[], ${letters.map(({ codeHash }) => codeHash)}::bytea[])
      with ordinality l (form, hash, number)`.execute(tx)
}

export type Printing = Run & { readonly key: Buffer }

/** A run whose letters can still be printed: from the day it is confirmed nobody knows its codes. */
export async function printingOf(read: Read, run: number): Promise<Printing | undefined> {
  const row = await read
    .selectFrom('identity.residence_run')
    .select(['letters', 'made_at', 'ends_at', 'code_key'])
    .where('run', '=', run)
    .executeTakeFirst()
  if (!row?.code_key) return undefined
  return { run, letters: row.letters, madeAt: row.made_at, endsAt: row.ends_at, printedAt: null, key: row.code_key }
}

export type Envelope = { readonly number: number; readonly lines: readonly string[] }

export async function envelopesOf(
  read: Read,
  { run, after, most }: { readonly run: number; readonly after: number; readonly most: number },
): Promise<readonly Envelope[]> {
  const { rows } = await sql<Envelope>`
    select l.number, h.lines
    from identity.residence_letter l
    join identity.household h on h.jurisdiction_id = l.jurisdiction_id and h.form = l.form
    where l.run = ${run} and l.number > ${after}
    order by l.number
    limit ${most}`.execute(read)
  return rows
}

/** The key goes: what is printed cannot be printed again. False where it was gone before. */
export async function closeRun(tx: Tx, run: number): Promise<boolean> {
  const closed = await tx
    .updateTable('identity.residence_run')
    .set({ code_key: null, printed_at: tx.now })
    .where('run', '=', run)
    .where('printed_at', 'is', null)
    .returning('run')
    .execute()
  return closed.length > 0
}

/** Uses the letter this code stands in: of many at once one does. The letter goes on counting for its household until then. */
export async function useLetter(
  tx: Tx,
  codeHash: Buffer,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<boolean> {
  const used = await tx
    .updateTable('identity.residence_letter')
    .set({ code_hash: null, ends_at: until })
    .where('code_hash', '=', codeHash)
    .where('ends_at', '>', now)
    .returning('number')
    .execute()
  return used.length > 0
}

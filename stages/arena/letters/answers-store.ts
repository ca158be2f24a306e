import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { LetterState } from './rules.ts'

/** Codes that are typed, the browsers they were typed in, and what the letters were answered. */

export type Letter = LetterState & {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
}

const letters = sql`
  select l.problem_id as problem, p.slug, l.number, l.answer, c.closes_at as "closesAt",
    exists (
      select from arena.confirmation f where f.jurisdiction_id = l.jurisdiction_id and f.problem_id = l.problem_id
    ) as "isConfirmed"
  from arena.letter l
  join arena.open_call c on c.jurisdiction_id = l.jurisdiction_id and c.problem_id = l.problem_id
  join problem.problem p on p.jurisdiction_id = l.jurisdiction_id and p.id = l.problem_id`

export async function letterByCode(read: Read, code: Buffer): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`${letters} where l.code_hash = ${code}`.execute(read)
  return rows[0]
}

export async function letterOf(read: Read, problem: Id<'problem'>, number: number): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`${letters} where l.problem_id = ${problem} and l.number = ${number}`.execute(read)
  return rows[0]
}

/** The letter that was opened in a browser, by the hash of its cookie. */
export async function letterByToken(read: Read, token: Buffer, now: Temporal.Instant): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    ${letters}
    join arena.letter_opening o
      on o.jurisdiction_id = l.jurisdiction_id and o.problem_id = l.problem_id and o.letter_number = l.number
    where o.token_hash = ${token} and o.expires_at > ${now}`.execute(read)
  return rows[0]
}

type Opening = { readonly token: Buffer; readonly letter: Letter; readonly expiresAt: Temporal.Instant }

export async function putOpening(tx: Tx, { token, letter, expiresAt }: Opening): Promise<void> {
  await tx
    .insertInto('arena.letter_opening')
    .values({
      jurisdiction_id: tx.jurisdiction,
      token_hash: token,
      problem_id: letter.problem,
      letter_number: letter.number,
      expires_at: expiresAt,
    })
    .execute()
}

export async function triesFrom(tx: Tx, client: Buffer): Promise<readonly Temporal.Instant[]> {
  const rows = await tx
    .selectFrom('arena.letter_try')
    .select('at')
    .where('client_hash', '=', client)
    .orderBy('at', 'desc')
    .limit(100) // more than the rule allows
    .execute()
  return rows.map(({ at }) => at)
}

export async function putTry(tx: Tx, client: Buffer, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('arena.letter_try')
    .values({ jurisdiction_id: tx.jurisdiction, client_hash: client, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What is of no more use: openings that have run out, and where codes were typed wrongly an hour ago. */
export async function forgetOpenings(tx: Tx): Promise<void> {
  await tx.deleteFrom('arena.letter_opening').where('expires_at', '<', tx.now).execute()
  await tx
    .deleteFrom('arena.letter_try')
    .where('at', '<', tx.now.subtract({ hours: 1 }))
    .execute()
}

type Answer = { readonly on: Temporal.PlainDate } & (
  | { readonly answer: 'yes'; readonly account: Id<'account'> }
  | { readonly answer: 'no'; readonly reason: string }
)

export async function setAnswer(
  tx: Tx,
  { problem, number }: Pick<Letter, 'problem' | 'number'>,
  answer: Answer,
): Promise<void> {
  await tx
    .updateTable('arena.letter')
    .set({
      answer: answer.answer,
      answered_on: answer.on,
      account_id: answer.answer === 'yes' ? answer.account : null,
      reason: answer.answer === 'no' ? answer.reason : '',
    })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

/** Accounts that came by a letter: those who were drawn, not those who heard of it. */
export async function accountsByLetter(read: Read, problem: Id<'problem'>): Promise<ReadonlySet<Id<'account'>>> {
  const rows = await read
    .selectFrom('arena.letter')
    .select('account_id')
    .where('problem_id', '=', problem)
    .where('account_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ account_id }) => account_id ?? []))
}

export type Response = {
  /** In the order of the list's features. */
  readonly values: readonly string[]
  readonly letters: number
  readonly yes: number
  readonly no: number
  /** Of those who said yes, who has asked for a seat too. */
  readonly applied: number
}

/** What was answered, by what the register says. For the clerk, and only suppressed. */
export async function responsesOf(read: Read, problem: Id<'problem'>): Promise<readonly Response[]> {
  const { rows } = await sql<Response>`
    select a.feature_values as values, count(*)::int as letters,
      count(*) filter (where l.answer = 'yes')::int as yes, count(*) filter (where l.answer = 'no')::int as no,
      count(p.id)::int as applied
    from arena.letter l
    join arena.address a
      on a.jurisdiction_id = l.jurisdiction_id and a.problem_id = l.problem_id and a.number = l.address_number
    left join arena.application p
      on p.jurisdiction_id = l.jurisdiction_id and p.problem_id = l.problem_id and p.account_id = l.account_id
    where l.problem_id = ${problem}
    group by a.feature_values
    order by a.feature_values`.execute(read)
  return rows
}

export type Unwritten = { readonly values: readonly string[]; readonly count: number }

/** Lines of the list without a letter, by what the register says. */
export async function unwrittenOf(read: Read, problem: Id<'problem'>): Promise<readonly Unwritten[]> {
  const { rows } = await sql<Unwritten>`
    select a.feature_values as values, count(*)::int as count
    from arena.address a
    where a.problem_id = ${problem} and not exists (
      select from arena.letter l
      where (l.jurisdiction_id, l.problem_id, l.address_number) = (a.jurisdiction_id, a.problem_id, a.number)
    )
    group by a.feature_values
    order by a.feature_values`.execute(read)
  return rows
}

/** Why people said no, each in her own words, in no order that tells who. */
export async function reasonsOf(read: Read, problem: Id<'problem'>): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('arena.letter')
    .select('reason')
    .where('problem_id', '=', problem)
    .where('reason', '!=', '')
    .orderBy('reason')
    .execute()
  return rows.map(({ reason }) => reason)
}

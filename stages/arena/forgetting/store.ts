import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Forgotten = {
  readonly doneAt: Temporal.Instant
  readonly applications: number
  readonly records: number
  readonly letters: number
  readonly addresses: number
}

/** What a case has announced, and what became of it. */
export type Forgetting = { readonly dueOn: Temporal.PlainDate | null; readonly done: Forgotten | null }

/** Where nothing was announced, as for calls from before there was a set-up. */
const daysAfterConfirmation = 60

const cases = sql`
  select c.problem_id as problem,
    coalesce(r.forget_on, (f.confirmed_at at time zone j.time_zone)::date + ${sql.lit(daysAfterConfirmation)}) as "dueOn",
    j.time_zone
  from arena.open_call c
  join directory.jurisdiction j on j.id = c.jurisdiction_id
  left join arena.recruitment r on r.jurisdiction_id = c.jurisdiction_id and r.problem_id = c.problem_id
  left join arena.confirmation f on f.jurisdiction_id = c.jurisdiction_id and f.problem_id = c.problem_id`

export async function forgettingOf(read: Read, problem: Id<'problem'>): Promise<Forgetting> {
  const { rows } = await sql<{ readonly dueOn: Temporal.PlainDate | null }>`
    ${cases} where c.problem_id = ${problem}`.execute(read)
  const done = await read
    .selectFrom('arena.forgetting')
    .select(['done_at as doneAt', 'applications', 'records', 'letters', 'addresses'])
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  return { dueOn: rows[0]?.dueOn ?? null, done: done ?? null }
}

export type Due = { readonly problem: Id<'problem'>; readonly dueOn: Temporal.PlainDate }

/** Cases whose day has come there and that are not done: by the calendar of the place, from its first minute on. */
export async function dueCases(read: Read, now: Temporal.Instant): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select d.problem, d."dueOn" from (${cases}) d
    where d."dueOn" <= (${now}::timestamptz at time zone d.time_zone)::date
      and not exists (
        select from arena.forgetting g
        where g.jurisdiction_id = folkmoot.jurisdiction() and g.problem_id = d.problem
      )
    order by d.problem`.execute(read)
  return rows
}

export type Applicant = { readonly id: Id<'application'>; readonly account: Id<'account'> }

/** People who got no seat and whose words are still here; who waits for an answer, or whose seat waits for hers, is not done with. */
export async function applicantsToErase(tx: Tx, problem: Id<'problem'>, most: number): Promise<readonly Applicant[]> {
  const { rows } = await sql<Applicant>`
    select a.id, a.account_id as account
    from arena.application a
    where a.problem_id = ${problem} and a.erased_at is null and a.state <> 'waiting'
      and not exists (
        select from arena.seat s
        where s.jurisdiction_id = a.jurisdiction_id and s.problem_id = a.problem_id and s.account_id = a.account_id
      )
      and not exists (
        select from arena.offer o
        where o.jurisdiction_id = a.jurisdiction_id and o.problem_id = a.problem_id and o.account_id = a.account_id
          and o.state = 'waiting'
      )
    order by a.id
    limit ${most}`.execute(tx)
  return rows
}

/** Somebody has no answer yet, or owes one. */
export async function isUnfinished(tx: Tx, problem: Id<'problem'>): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select exists (select from arena.application where problem_id = ${problem} and state = 'waiting')
      or exists (select from arena.offer where problem_id = ${problem} and state = 'waiting')
      or exists (select from arena.staff_record where problem_id = ${problem} and state = 'waiting') as is`.execute(tx)
  return rows[0]?.is ?? false
}

export async function eraseApplications(tx: Tx, problem: Id<'problem'>, people: readonly Applicant[]): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({
      motivation: '–',
      tie: '–',
      answer: sql`case when answer = '' then '' else '–' end`,
      gender: null,
      household: null,
      lives_there: null,
      looked_up_by: null,
      substitute: null,
      erased_at: tx.now,
    })
    .where(
      'id',
      'in',
      people.map(({ id }) => id),
    )
    .execute()
  await tx
    .updateTable('arena.offer')
    .set({ reason: '–', words: '' })
    .where('problem_id', '=', problem)
    .where(
      'account_id',
      'in',
      people.map(({ account }) => account),
    )
    .execute()
}

const emptied = sql`
  name = '', address = '', phone = '', motivation = '', tie = '', gender = null, told = '{}', letter_number = null,
  why = case when why = '' then '' else '–' end`

/** What staff wrote down, but for those who sit: they are still written to. Answers the accounts that were held for the others. */
export async function eraseRecords(tx: Tx, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> | null }>`
    update arena.staff_record r
    set ${emptied}, erased_at = ${tx.now}
    where r.problem_id = ${problem} and r.erased_at is null
      and not exists (
        select from arena.seat s
        where s.jurisdiction_id = r.jurisdiction_id and s.problem_id = r.problem_id and s.account_id = r.account_id
      )
    returning r.account_id as account`.execute(tx)
  await eraseAnswers(tx, problem)
  return rows.flatMap(({ account }) => account ?? [])
}

/** Of one who takes her application back, at once. */
export async function eraseRecordOf(
  tx: Tx,
  problem: Id<'problem'>,
  { receipt, account }: { readonly receipt: number; readonly account: Id<'account'> },
): Promise<void> {
  await sql`
    update arena.staff_record set ${emptied}, erased_at = ${tx.now}
    where problem_id = ${problem} and number = ${receipt} and erased_at is null`.execute(tx)
  await eraseAnswers(tx, problem)
  await eraseTold(tx, [account])
}

/** What those whose records are erased answered by telephone, in words. */
async function eraseAnswers(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await sql`
    update arena.staff_answer a
    set words = '', why = case when a.why = '' then '' else '–' end
    from arena.staff_record r
    where r.jurisdiction_id = a.jurisdiction_id and r.problem_id = a.problem_id and r.number = a.receipt
      and r.erased_at is not null and a.problem_id = ${problem} and (a.words <> '' or a.why not in ('', '–'))`.execute(
    tx,
  )
}

/** Of each of them only the held account knows what she told for counting. */
export async function eraseTold(tx: Tx, accounts: readonly Id<'account'>[]): Promise<void> {
  if (accounts.length === 0) return
  await tx
    .deleteFrom('arena.told_feature')
    .where('account_id', 'in', [...accounts])
    .execute()
}

/** Addresses, codes, and which letter was whose; that a letter was answered, and how, stays as a number. */
export async function eraseLetters(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx.deleteFrom('arena.letter_opening').where('problem_id', '=', problem).execute()
  await tx.deleteFrom('arena.letter_print').where('problem_id', '=', problem).execute()
  await tx
    .updateTable('arena.letter')
    .set({ code_hash: null, account_id: null, reason: '' })
    .where('problem_id', '=', problem)
    .execute()
  await tx.updateTable('arena.letter_round').set({ code_key: null }).where('problem_id', '=', problem).execute()
  await tx.deleteFrom('arena.address').where('problem_id', '=', problem).execute()
  await tx
    .updateTable('arena.address_list')
    .set({ salt: null, erased_at: tx.now })
    .where('problem_id', '=', problem)
    .where('erased_at', 'is', null)
    .execute()
  await tx.updateTable('arena.recruitment').set({ household_salt: null }).where('problem_id', '=', problem).execute()
}

/** How much there was, counted from what is left of it. */
export async function countErased(tx: Tx, problem: Id<'problem'>): Promise<Omit<Forgotten, 'doneAt'>> {
  const { rows } = await sql<Omit<Forgotten, 'doneAt'>>`
    select
      (select count(*)::int from arena.application where problem_id = ${problem} and erased_at is not null) as applications,
      (select count(*)::int from arena.staff_record where problem_id = ${problem} and erased_at is not null) as records,
      (select count(*)::int from arena.letter where problem_id = ${problem}) as letters,
      coalesce((select count from arena.address_list where problem_id = ${problem}), 0) as addresses`.execute(tx)
  return rows[0] ?? { applications: 0, records: 0, letters: 0, addresses: 0 }
}

export async function putForgetting(tx: Tx, { problem, dueOn }: Due, counts: Omit<Forgotten, 'doneAt'>): Promise<void> {
  await tx
    .insertInto('arena.forgetting')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, due_on: dueOn, done_at: tx.now, ...counts })
    .execute()
}

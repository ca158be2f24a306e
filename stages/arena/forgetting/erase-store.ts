import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'

export type Applicant = { readonly id: Id<'application'>; readonly account: Id<'account'>; readonly isWaiting: boolean }

/**
 * People who got no seat and whose words are still here. On the day itself who waits for an answer is not done with; late there is
 * none to wait for. Whose seat waits for her own yes or no is left until she has said it, or her time is over.
 */
export async function applicantsToErase(
  tx: Tx,
  problem: Id<'problem'>,
  { most, isLate }: { readonly most: number; readonly isLate: boolean },
): Promise<readonly Applicant[]> {
  const { rows } = await sql<Applicant>`
    select a.id, a.account_id as account, a.state = 'waiting' as "isWaiting"
    from arena.application a
    where a.problem_id = ${problem} and a.erased_at is null and (a.state <> 'waiting' or ${isLate}::boolean)
      and not ${sits('a')} and not ${owesAnswer('a')}
    order by a.id
    limit ${most}`.execute(tx)
  return rows
}

function sits(of: 'a' | 'r') {
  return sql`exists (
    select from arena.seat s
    where (s.jurisdiction_id, s.problem_id, s.account_id)
      = (${sql.ref(`${of}.jurisdiction_id`)}, ${sql.ref(`${of}.problem_id`)}, ${sql.ref(`${of}.account_id`)})
  )`
}

function owesAnswer(of: 'a' | 'r') {
  return sql`exists (
    select from arena.offer o
    where (o.jurisdiction_id, o.problem_id, o.account_id)
      = (${sql.ref(`${of}.jurisdiction_id`)}, ${sql.ref(`${of}.problem_id`)}, ${sql.ref(`${of}.account_id`)})
      and o.state = 'waiting'
  )`
}

/** Who has no answer yet or owes one, as far as she has an account; and how many stand only in what staff wrote down. */
export async function waitingIn(
  tx: Tx,
  problem: Id<'problem'>,
): Promise<{ readonly accounts: readonly Id<'account'>[]; readonly records: number }> {
  const { rows } = await sql<{ readonly account: Id<'account'> }>`
    select a.account_id as account
    from arena.application a
    where a.problem_id = ${problem} and a.erased_at is null and not ${sits('a')} and (a.state = 'waiting' or ${owesAnswer('a')})
    order by a.id`.execute(tx)
  const { rows: records } = await sql<{ readonly count: number }>`
    select count(*)::int as count from arena.staff_record
    where problem_id = ${problem} and state = 'waiting' and erased_at is null`.execute(tx)
  return { accounts: rows.map(({ account }) => account), records: records[0]?.count ?? 0 }
}

/** Who had no answer is answered by nobody: that is what is left to say. */
export async function eraseApplications(tx: Tx, problem: Id<'problem'>, people: readonly Applicant[]): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({
      motivation: '–',
      tie: '–',
      state: sql`case when state = 'waiting' then 'not-selected' else state end`,
      answer: sql`case when answer = '' and state <> 'waiting' then '' else '–' end`,
      answered_at: sql`case when state = 'waiting' then ${tx.now}::timestamptz else answered_at end`,
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

/** What staff wrote down, but for those who sit or wait: they are still written to. Answers the accounts that were held for the others. */
export async function eraseRecords(
  tx: Tx,
  problem: Id<'problem'>,
  { isLate }: { readonly isLate: boolean },
): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> | null }>`
    update arena.staff_record r
    set ${emptied}, erased_at = ${tx.now}
    where r.problem_id = ${problem} and r.erased_at is null and not ${sits('r')} and not ${owesAnswer('r')}
      and (${isLate}::boolean or r.state <> 'waiting')
      and not exists (
        select from arena.application a
        where (a.jurisdiction_id, a.problem_id, a.account_id) = (r.jurisdiction_id, r.problem_id, r.account_id)
          and a.state = 'waiting'
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

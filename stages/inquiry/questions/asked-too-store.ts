import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** How many others ask the same; a question nobody joined is left out. */
export async function askedTooCounts(
  read: Read,
  questions: readonly Id<'question'>[],
): Promise<ReadonlyMap<Id<'question'>, number>> {
  const { rows } = await sql<{ question: Id<'question'>; count: number }>`
    select question_id as question, count(*) as count from inquiry.asked_too
    where question_id = any(${questions}::uuid[])
    group by question_id`.execute(read)
  return new Map(rows.map(({ question, count }) => [question, count]))
}

export async function hasAskedToo(read: Read, question: Id<'question'>, account: Id<'account'>): Promise<boolean> {
  const row = await read
    .selectFrom('inquiry.asked_too')
    .select('question_id')
    .where('question_id', '=', question)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

export async function putAskedToo(tx: Tx, question: Id<'question'>, account: Id<'account'>): Promise<void> {
  await tx
    .insertInto('inquiry.asked_too')
    .values({ jurisdiction_id: tx.jurisdiction, question_id: question, account_id: account })
    .execute()
}

export async function takeAskedToo(tx: Tx, question: Id<'question'>, account: Id<'account'>): Promise<void> {
  await tx
    .deleteFrom('inquiry.asked_too')
    .where('question_id', '=', question)
    .where('account_id', '=', account)
    .execute()
}

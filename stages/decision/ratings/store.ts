import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Answer } from '../answer-store.ts'
import type { Mark, Rating } from './rules.ts'

type Rated = Pick<Answer, 'id' | 'version'>

/** What people said of these very words; of whom is not read. */
export async function ratingsOf(read: Read, { id, version }: Rated): Promise<readonly Rating[]> {
  const rows = await read
    .selectFrom('decision.rating')
    .select(['was_reasoned', 'did_answer'])
    .where('answer_id', '=', id)
    .where('version', '=', version)
    .execute()
  return rows.map((row) => ({ wasReasoned: row.was_reasoned as Mark, didAnswer: row.did_answer as Mark })) // checked by the table
}

/** Her own, of these very words. */
export async function ratingBy(
  read: Read,
  { id, version }: Rated,
  account: Id<'account'>,
): Promise<Rating | undefined> {
  const row = await read
    .selectFrom('decision.rating')
    .select(['was_reasoned', 'did_answer'])
    .where('answer_id', '=', id)
    .where('version', '=', version)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row && { wasReasoned: row.was_reasoned as Mark, didAnswer: row.did_answer as Mark } // checked by the table
}

export async function putRating(
  tx: Tx,
  { id, version }: Rated,
  { account, wasReasoned, didAnswer }: Rating & { readonly account: Id<'account'> },
): Promise<void> {
  const marks = { version, was_reasoned: wasReasoned, did_answer: didAnswer }
  await tx
    .insertInto('decision.rating')
    .values({ jurisdiction_id: tx.jurisdiction, answer_id: id, account_id: account, ...marks })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'answer_id', 'account_id']).doUpdateSet(marks))
    .execute()
}

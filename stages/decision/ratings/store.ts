import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Answer } from '../answers/store.ts'
import type { RatedMarks } from './results.ts'
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

/** What a rating came to when it closed. Null of a question: too few rated, or nearly all alike. */
export type KeptResult = {
  /** How many could rate it, and how many did. */
  readonly could: number
  readonly rated: number
  readonly wasReasoned: RatedMarks | null
  readonly didAnswer: RatedMarks | null
}

export async function keptResult(read: Read, { id, version }: Rated): Promise<KeptResult | undefined> {
  const row = await read
    .selectFrom('decision.rating_result')
    .select(['could', 'rated', 'was_reasoned', 'did_answer'])
    .where('answer_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return (
    row && {
      could: row.could,
      rated: row.rated,
      wasReasoned: row.was_reasoned as RatedMarks | null, // written by the job alone, as is the next
      didAnswer: row.did_answer as RatedMarks | null,
    }
  )
}

export type ToKeep = { readonly pack: Id<'package'>; readonly answer: Id<'answer'> }

// Never after the rule has closed it; the rule itself is asked under the lock.
const openDays = 29

/** Answers of closed packages whose rating may be over and is not kept. One that nobody rated has no result. */
export async function toKeep(read: Read, now: Temporal.Instant): Promise<readonly ToKeep[]> {
  const { rows } = await sql<ToKeep>`
    select distinct a.package_id as pack, a.id as answer
    from decision.rating r
    join decision.current_answer v
      on v.jurisdiction_id = r.jurisdiction_id and v.answer_id = r.answer_id and v.version = r.version
    join decision.answer a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.answer_id
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where k.source is null and greatest(k.closed_at, v.at) < ${now.subtract({ hours: 24 * openDays })}
      and k.closed_at is not null and not exists (
        select from decision.rating_result t
        where t.jurisdiction_id = r.jurisdiction_id and t.answer_id = r.answer_id and t.version = r.version
      )
    order by a.id`.execute(read)
  return rows
}

/** False where it was kept meanwhile. */
export async function keepResult(
  tx: Tx,
  { id, version }: Rated,
  { closesAt, now, ...result }: KeptResult & { readonly closesAt: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<boolean> {
  const kept = await tx
    .insertInto('decision.rating_result')
    .values({
      jurisdiction_id: tx.jurisdiction,
      answer_id: id,
      version,
      could: result.could,
      rated: result.rated,
      was_reasoned: result.wasReasoned && JSON.stringify(result.wasReasoned),
      did_answer: result.didAnswer && JSON.stringify(result.didAnswer),
      closed_at: closesAt,
      kept_at: now,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'answer_id', 'version']).doNothing())
    .returning('answer_id')
    .executeTakeFirst()
  return kept !== undefined
}

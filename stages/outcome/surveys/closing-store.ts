import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Counted, PublishedRound } from './results.ts'
import type { Round } from './store.ts'

/** What the worker reads and writes when it reminds and closes. */

/** Everything that was answered, in an order of its own, for the one time it is counted. */
export async function answersToCount(tx: Tx, { problem, moment }: Pick<Round, 'problem' | 'moment'>) {
  const { rows } = await sql<Counted>`
    select encode(a.respondent, 'hex') as respondent, a.answered_as as "as", a.item, a.answer
    from outcome.survey_answer a
    where a.problem_id = ${problem} and a.moment = ${moment}
    order by a.respondent, a.item`.execute(tx)
  return rows
}

export async function markReminded(tx: Tx, { problem, moment }: Pick<Round, 'problem' | 'moment'>): Promise<void> {
  await tx
    .updateTable('outcome.survey_round')
    .set({ reminded_at: tx.now })
    .where('problem_id', '=', problem)
    .where('moment', '=', moment)
    .execute()
}

/** Ends the round: what may be shown is kept; its answers, its key and who was asked are deleted in the same transaction. */
export async function closeRound(
  tx: Tx,
  { problem, moment }: Pick<Round, 'problem' | 'moment'>,
  published: PublishedRound,
): Promise<void> {
  await tx.deleteFrom('outcome.survey_answer').where('problem_id', '=', problem).where('moment', '=', moment).execute()
  await tx
    .updateTable('outcome.survey_round')
    .set({ key: null, closed_at: tx.now, published: JSON.stringify(published) })
    .where('problem_id', '=', problem)
    .where('moment', '=', moment)
    .execute()
  await tx.deleteFrom('outcome.survey_asked').where('problem_id', '=', problem).where('moment', '=', moment).execute()
}

export type DueRound = Pick<Round, 'moment' | 'openedAt' | 'closesAt' | 'remindedAt'> & { readonly slug: string }

/** Rounds that run, the first to close first. */
export async function runningRounds(read: Read): Promise<readonly DueRound[]> {
  const { rows } = await sql<DueRound>`
    select p.slug, r.moment, r.opened_at as "openedAt", r.closes_at as "closesAt", r.reminded_at as "remindedAt"
    from outcome.survey_round r
    join problem.problem p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.problem_id
    where r.closed_at is null
    order by r.closes_at, r.problem_id`.execute(read)
  return rows
}

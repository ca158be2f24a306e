import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../platform/db/index.ts'
import { columns, stands, withMilestones, type Commitment } from './store.ts'

/** Prepared for a politician, and not let go: nobody's promise yet. */
const waits = sql`(not ${stands} and c.discarded_at is null)`

/** What was prepared for a politician and waits for her. */
export async function draftsFor(read: Read, owner: Id<'person'>): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where ${waits} and c.owner_id = ${owner} order by c.written_at`.execute(read)
  return withMilestones(read, rows)
}

export async function draftsOf(read: Read, problem: Id<'problem'>): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where ${waits} and c.problem_id = ${problem} order by c.written_at`.execute(read)
  return withMilestones(read, rows)
}

/** A draft names the words of the answer it would carry out. */
export type Draft = Commitment & { readonly answerVersion: number }

export async function draftOf(read: Read, problem: Id<'problem'>, number: number): Promise<Draft | undefined> {
  const known = (await draftsOf(read, problem)).find((one) => one.number === number)
  if (!known) return undefined
  const { answer_version: answerVersion } = await read
    .selectFrom('delivery.commitment')
    .select('answer_version')
    .where('id', '=', known.id)
    .executeTakeFirstOrThrow()
  return answerVersion === null ? undefined : { ...known, answerVersion }
}

export async function confirmDraft(tx: Tx, commitment: Id<'commitment'>, by: Id<'account'>): Promise<void> {
  await tx
    .updateTable('delivery.commitment')
    .set({ confirmed_at: tx.now, confirmed_by: by })
    .where('id', '=', commitment)
    .execute()
}

export async function discardDraft(tx: Tx, commitment: Id<'commitment'>): Promise<void> {
  await tx.updateTable('delivery.commitment').set({ discarded_at: tx.now }).where('id', '=', commitment).execute()
}

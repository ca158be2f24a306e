import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** A statement of the group that waits for the opening. */
export type Prepared = {
  readonly id: Id<'statement'>
  readonly text: string
  readonly plainForm: string
  readonly language: string
  readonly writtenBy: Id<'account'>
}

/** In the order they were written, which becomes that of their numbers. */
export async function preparedIn(read: Read, problem: Id<'problem'>): Promise<readonly Prepared[]> {
  const { rows } = await sql<Prepared>`
    select id, text, plain_form as "plainForm", language, written_by as "writtenBy"
    from opinion.prepared where problem_id = ${problem} order by written_at, id`.execute(read)
  return rows
}

export type NewPrepared = Omit<Prepared, 'id'> & { readonly problem: Id<'problem'> }

export async function putPrepared(tx: Tx, { problem, ...one }: NewPrepared): Promise<void> {
  await tx
    .insertInto('opinion.prepared')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('statement'),
      problem_id: problem,
      text: one.text,
      plain_form: one.plainForm,
      language: one.language,
      written_by: one.writtenBy,
      written_at: tx.now,
    })
    .execute()
}

export async function changePrepared(
  tx: Tx,
  id: Id<'statement'>,
  { text, plainForm }: Pick<Prepared, 'text' | 'plainForm'>,
): Promise<void> {
  await tx.updateTable('opinion.prepared').set({ text, plain_form: plainForm }).where('id', '=', id).execute()
}

export async function removePrepared(tx: Tx, id: Id<'statement'>): Promise<void> {
  await tx.deleteFrom('opinion.prepared').where('id', '=', id).execute()
}

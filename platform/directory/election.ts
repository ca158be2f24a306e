import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'

/** When a body is elected next, and where that can be read. */
export type Election = {
  readonly body: Id<'body'>
  readonly heldOn: Temporal.PlainDate
  readonly source: string
  readonly saidAt: Temporal.Instant
}

/** What was said of each body; of one whose election nobody has told there is none. */
export function elections(read: Read): Promise<readonly Election[]> {
  return read
    .selectFrom('directory.election')
    .select(['body_id as body', 'held_on as heldOn', 'source', 'said_at as saidAt'])
    .orderBy('held_on')
    .execute()
}

/** The day on which the body is elected next; null where nobody has said, or what was said is over. */
export async function nextElection(
  read: Read,
  body: Id<'body'>,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> {
  const said = (await elections(read)).find((one) => one.body === body)
  return said && Temporal.PlainDate.compare(said.heldOn, today) >= 0 ? said.heldOn : null
}

export type SaidElection = {
  readonly body: Id<'body'>
  /** Null: it is unknown again. */
  readonly heldOn: Temporal.PlainDate | null
  readonly source: string
  readonly by: Id<'account'>
}

/** What is said now takes the place of what was said before. */
export async function putElection(tx: Tx, { body, heldOn, source, by }: SaidElection): Promise<void> {
  await tx.deleteFrom('directory.election').where('body_id', '=', body).execute()
  if (heldOn === null) return
  await tx
    .insertInto('directory.election')
    .values({
      jurisdiction_id: tx.jurisdiction,
      body_id: body,
      held_on: heldOn,
      source,
      said_by: by,
      said_at: tx.now,
    })
    .execute()
}

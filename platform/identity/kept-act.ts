import type { Id } from '@folkmoot/basics/ids.ts'
import { z } from 'zod'
import { clock, type Read, type Tx } from '../db/index.ts'

/** An act of weight that waits until whoever wants it has proved anew who she is. */
export type KeptAct = {
  /** Of our own pages: where its form is sent. */
  readonly path: string
  readonly typed: Readonly<Record<string, readonly string[]>>
}

const typedFields = z.record(z.string(), z.array(z.string()))

/** Long enough to find a phone and a mail, short enough that nobody presses what was meant this morning. */
const minutesKept = 60

/** The last one only: who asks for many keeps no more than one form. */
export async function keepAct(tx: Tx, account: Id<'account'>, { path, typed }: KeptAct): Promise<string> {
  const id = crypto.randomUUID()
  await tx.deleteFrom('identity.kept_act').where('account_id', '=', account).execute()
  await tx
    .insertInto('identity.kept_act')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      account_id: account,
      path,
      typed: JSON.stringify(typed),
      kept_at: await clock(tx),
    })
    .execute()
  return id
}

/** Only hers, and only while it is fresh. */
export async function keptAct(
  read: Read,
  { account, id, now }: { readonly account: Id<'account'>; readonly id: string; readonly now: Temporal.Instant },
): Promise<KeptAct | undefined> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined
  const row = await read
    .selectFrom('identity.kept_act')
    .select(['path', 'typed'])
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('kept_at', '>', now.subtract({ minutes: minutesKept }))
    .executeTakeFirst()
  return row && { path: row.path, typed: typedFields.parse(JSON.parse(row.typed)) }
}

export async function forgetKeptActs(tx: Tx): Promise<void> {
  const before = (await clock(tx)).subtract({ minutes: minutesKept })
  await tx.deleteFrom('identity.kept_act').where('kept_at', '<=', before).execute()
}

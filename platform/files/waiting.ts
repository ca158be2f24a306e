import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'
import type { CleanFile } from './keep.ts'

/** A file that came with a form which was sent back to be mended. */
export type WaitingFile = CleanFile & { readonly id: Id<'file'> }

/** Remembers a stored file for the one who sent it, until she sends the form again. */
export async function keepWaiting(tx: Tx, account: Id<'account'>, file: CleanFile): Promise<Id<'file'>> {
  const id = newId('file')
  await tx
    .insertInto('files.waiting')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      account_id: account,
      hash: file.hash,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      at: tx.now,
    })
    .execute()
  return id
}

/** Hers alone: an id somebody else got hold of opens nothing. */
export async function waitingFile(
  read: Read,
  account: Id<'account'>,
  id: Id<'file'>,
): Promise<WaitingFile | undefined> {
  const row = await read
    .selectFrom('files.waiting')
    .select(['hash', 'name', 'media_type', 'bytes'])
    .where('id', '=', id)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return (
    row && { id, hash: row.hash, name: row.name, bytes: row.bytes, mediaType: row.media_type as CleanFile['mediaType'] }
  ) // held by a check constraint
}

const hoursKept = 24

/** Who has not come back within a day chooses the file anew. */
export async function forgetWaiting(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('files.waiting')
    .where('at', '<', tx.now.subtract({ hours: hoursKept }))
    .execute()
}

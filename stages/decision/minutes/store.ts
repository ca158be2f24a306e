import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { HiddenFile, KeptFile } from '../../../platform/files/index.ts'

/** One version of the minutes of a vote: a document, and what it says in words. Each stays. */
export type KeptMinutes = {
  readonly resolution: Id<'resolution'>
  readonly version: number
  readonly file: Id<'file'>
  readonly text: string
  readonly language: string
  readonly addedBy: Id<'account'>
  readonly isStaff: boolean
  readonly addedAt: Temporal.Instant
}

/** As a page shows them: with their document, or the stone in its place. */
export type ShownMinutes = KeptMinutes & { readonly document: KeptFile | HiddenFile | undefined }

/** The newest first. */
export async function minutesOf(read: Read, votes: readonly Id<'resolution'>[]): Promise<readonly KeptMinutes[]> {
  if (votes.length === 0) return []
  return read
    .selectFrom('decision.minutes')
    .select([
      'resolution_id as resolution',
      'version',
      'file_id as file',
      'text',
      'language',
      'added_by as addedBy',
      'is_staff as isStaff',
      'added_at as addedAt',
    ])
    .where('resolution_id', 'in', [...votes])
    .orderBy('version', 'desc')
    .execute()
}

export async function putMinutes(tx: Tx, minutes: Omit<KeptMinutes, 'addedAt'>): Promise<void> {
  await tx
    .insertInto('decision.minutes')
    .values({
      jurisdiction_id: tx.jurisdiction,
      resolution_id: minutes.resolution,
      version: minutes.version,
      file_id: minutes.file,
      text: minutes.text,
      language: minutes.language,
      added_by: minutes.addedBy,
      is_staff: minutes.isStaff,
      added_at: tx.now,
    })
    .execute()
}

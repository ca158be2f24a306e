import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { As } from '../rules.ts'
import type { TextContent } from './document.ts'
import type { Letters } from './rules.ts'

/** A version without its words: for lists. */
export type VersionHead = {
  readonly version: number
  readonly reason: string
  /** Null where it was not saved by anybody here: a text from before texts were saved whole. */
  readonly savedBy: Id<'account'> | null
  readonly as: As
  readonly at: Temporal.Instant
}

export type TextVersion = VersionHead & {
  readonly content: TextContent
  /** Letters by role, under the id of each clause and, for its heading, of each section. */
  readonly letters: Readonly<Record<string, Letters>>
}

const head = sql`v.version, v.reason, v.saved_by as "savedBy", v.saved_as as "as", v.at`

/** The newest first. */
export async function versionHeads(read: Read, problem: Id<'problem'>): Promise<readonly VersionHead[]> {
  const { rows } = await sql<VersionHead>`
    select ${head} from draft.text_version v where v.problem_id = ${problem} order by v.version desc`.execute(read)
  return rows
}

export async function lastHead(read: Read, problem: Id<'problem'>): Promise<VersionHead | undefined> {
  const { rows } = await sql<VersionHead>`
    select ${head} from draft.text_version v where v.problem_id = ${problem} order by v.version desc limit 1`.execute(
    read,
  )
  return rows[0]
}

export async function lastVersion(read: Read, problem: Id<'problem'>): Promise<TextVersion | undefined> {
  const { rows } = await sql<TextVersion>`
    select ${head}, v.content, v.letters
    from draft.text_version v
    where v.problem_id = ${problem}
    order by v.version desc
    limit 1`.execute(read)
  return rows[0]
}

export async function versionOf(read: Read, problem: Id<'problem'>, version: number): Promise<TextVersion | undefined> {
  const { rows } = await sql<TextVersion>`
    select ${head}, v.content, v.letters
    from draft.text_version v
    where v.problem_id = ${problem} and v.version = ${version}`.execute(read)
  return rows[0]
}

export async function putTextVersion(
  tx: Tx,
  problem: Id<'problem'>,
  saved: Omit<TextVersion, 'at' | 'letters'> & { readonly letters: ReadonlyMap<string, Letters> },
): Promise<void> {
  await tx
    .insertInto('draft.text_version')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      version: saved.version,
      content: JSON.stringify(saved.content),
      letters: JSON.stringify(Object.fromEntries(saved.letters)),
      reason: saved.reason,
      saved_by: saved.savedBy,
      saved_as: saved.as,
      at: tx.now,
    })
    .execute()
}

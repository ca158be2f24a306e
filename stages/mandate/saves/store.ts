import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { TermsJson } from '../terms.ts'
import type { Section } from './sections.ts'

/** One section as somebody saved it. */
export type Save = {
  readonly section: Section
  readonly revision: number
  readonly by: Id<'account'>
  /** She saved it as a public employee. */
  readonly isStaff: boolean
  readonly at: Temporal.Instant
  readonly words: Partial<TermsJson>
}

/** The earliest first. */
export async function savesOf(read: Read, mandate: Id<'mandate'>): Promise<readonly Save[]> {
  const { rows } = await sql<Save>`
    select s.section, s.revision, s.saved_by as by, s.is_staff as "isStaff", s.saved_at as at, s.words
    from mandate.save s
    where s.mandate_id = ${mandate}
    order by s.revision, s.section`.execute(read)
  return rows
}

export async function putSaves(tx: Tx, mandate: Id<'mandate'>, saves: readonly Omit<Save, 'at'>[]): Promise<void> {
  if (saves.length === 0) return
  await tx
    .insertInto('mandate.save')
    .values(
      saves.map(({ section, revision, by, isStaff, words }) => ({
        jurisdiction_id: tx.jurisdiction,
        mandate_id: mandate,
        section,
        revision,
        saved_by: by,
        is_staff: isStaff,
        saved_at: tx.now,
        words: JSON.stringify(words),
      })),
    )
    .execute()
}

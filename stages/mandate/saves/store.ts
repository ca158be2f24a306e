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

/** When the words that stand were last saved; a draft begun from the version before them has its words from then. */
export async function savedAt(read: Read, { id }: { readonly id: Id<'mandate'> }): Promise<Temporal.Instant> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select greatest(m.begun_at, (
      select max(s.saved_at) from mandate.save s where s.jurisdiction_id = m.jurisdiction_id and s.mandate_id = m.id
    )) as at
    from mandate.mandate m where m.id = ${id}`.execute(read)
  if (!rows[0]) throw new Error(`no mandate ${id}`)
  return rows[0].at
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

import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { CleanFile } from '../../../platform/files/index.ts'

export type Material = {
  readonly id: Id<'material'>
  readonly meeting: Id<'meeting'>
  readonly number: number
  readonly title: string
  /** '' for a file. */
  readonly link: string
  readonly file: (Pick<CleanFile, 'hash' | 'name' | 'bytes'> & { readonly mediaType: string }) | null
  readonly addedBy: Id<'account'>
  readonly isStaff: boolean
  readonly addedAt: Temporal.Instant
  /** Null: not out yet. */
  readonly publishedAt: Temporal.Instant | null
  readonly isLate: boolean
}

type Row = Omit<Material, 'file'> & {
  readonly hash: string | null
  readonly name: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
}

const columns = sql<Row>`
  p.id, p.meeting_id as meeting, p.number, p.title, p.link, p.file_hash as hash, p.file_name as name, p.media_type as "mediaType",
  p.bytes, p.added_by as "addedBy", p.is_staff as "isStaff", p.added_at as "addedAt", p.published_at as "publishedAt",
  p.is_late as "isLate"
  from meeting.material p`

export async function materialsOf(read: Read, meeting: Id<'meeting'>): Promise<readonly Material[]> {
  const { rows } = await sql<Row>`select ${columns} where p.meeting_id = ${meeting} order by p.number`.execute(read)
  return rows.map(materialOf)
}

export async function materialsById(read: Read, ids: readonly Id<'material'>[]): Promise<readonly Material[]> {
  const { rows } = await sql<Row>`select ${columns} where p.id = any(${ids}::uuid[])`.execute(read)
  return rows.map(materialOf)
}

/** How many papers went out for these meetings. */
export async function countPapers(read: Read, meetings: readonly Id<'meeting'>[]): Promise<number> {
  if (meetings.length === 0) return 0
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from meeting.material p
    where p.meeting_id = any(${meetings}::uuid[]) and p.published_at is not null`.execute(read)
  return rows[0]?.count ?? 0
}

function materialOf({ hash, name, mediaType, bytes, ...row }: Row): Material {
  const isFile = hash !== null && name !== null && mediaType !== null && bytes !== null
  return { ...row, file: isFile ? { hash, name, mediaType, bytes } : null }
}

export type NewMaterial = Omit<Material, 'id' | 'number' | 'addedAt'>

/** Numbers are counted per meeting; the caller holds the lock of its case. */
export async function putMaterial(
  tx: Tx,
  { file, ...paper }: NewMaterial,
): Promise<{ readonly id: Id<'material'>; readonly number: number }> {
  const id = newId('material')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.material (jurisdiction_id, id, meeting_id, number, title, link, file_hash, file_name, media_type, bytes,
      added_by, is_staff, added_at, published_at, is_late)
    select ${tx.jurisdiction}, ${id}, ${paper.meeting}, coalesce(max(number), 0) + 1, ${paper.title}, ${paper.link},
      ${file?.hash ?? null}, ${file?.name ?? null}, ${file?.mediaType ?? null}, ${file?.bytes ?? null}::integer, ${paper.addedBy},
      ${paper.isStaff}, ${tx.now}, ${paper.publishedAt}::timestamptz, ${paper.isLate}
    from meeting.material
    where jurisdiction_id = ${tx.jurisdiction} and meeting_id = ${paper.meeting}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

/** All that wait, in one statement: the same instant for each. */
export async function publishMaterials(tx: Tx, meeting: Id<'meeting'>): Promise<void> {
  await sql`
    update meeting.material set published_at = ${tx.now} where meeting_id = ${meeting} and published_at is null`.execute(
    tx,
  )
  await sql`
    update meeting.meeting set papers_at = coalesce(papers_at, ${tx.now}), papers_due_at = null where id = ${meeting}`.execute(
    tx,
  )
}

export async function setPapersDue(tx: Tx, meeting: Id<'meeting'>, due: Temporal.Instant): Promise<void> {
  await tx.updateTable('meeting.meeting').set({ papers_due_at: due }).where('id', '=', meeting).execute()
}

export type Due = { readonly meeting: Id<'meeting'>; readonly slug: string; readonly number: number }

/** Meetings whose papers are to be out by now and are not. */
export async function papersDue(read: Read, now: Temporal.Instant): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select m.id as meeting, q.slug, m.number
    from meeting.meeting m
    join problem.problem q on q.jurisdiction_id = m.jurisdiction_id and q.id = m.problem_id
    where m.papers_due_at <= ${now} and m.state = 'called'
    order by m.papers_due_at
    limit 50`.execute(read)
  return rows
}

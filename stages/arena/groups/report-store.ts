import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type GroupReport = {
  readonly id: Id<'group-report'>
  readonly group: Id<'working-group'>
  readonly number: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly writtenBy: Id<'account'>
  readonly writtenAt: Temporal.Instant
}

const columns = sql`
  r.id, r.working_group_id as "group", r.number, r.title, r.text, r.language, r.written_by as "writtenBy",
  r.written_at as "writtenAt"`

/** What these groups reported, the newest first. */
export async function reportsOf(read: Read, groups: readonly Id<'working-group'>[]): Promise<readonly GroupReport[]> {
  if (groups.length === 0) return []
  const { rows } = await sql<GroupReport>`
    select ${columns} from arena.group_report r
    where r.working_group_id = any(${groups}::uuid[])
    order by r.written_at desc, r.id`.execute(read)
  return rows
}

export async function reportsById(read: Read, ids: readonly Id[]): Promise<readonly GroupReport[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<GroupReport>`
    select ${columns} from arena.group_report r where r.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export async function putReport(tx: Tx, report: Omit<GroupReport, 'id' | 'writtenAt'>): Promise<Id<'group-report'>> {
  const id = newId('group-report')
  await tx
    .insertInto('arena.group_report')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      working_group_id: report.group,
      number: report.number,
      title: report.title,
      text: report.text,
      language: report.language,
      written_by: report.writtenBy,
      written_at: tx.now,
    })
    .execute()
  return id
}

/** The reports of all working groups of a case, the newest first. */
export async function groupReportsIn(read: Read, problem: Id<'problem'>): Promise<readonly GroupReport[]> {
  const { rows } = await sql<GroupReport>`
    select ${columns}
    from arena.working_group g
    join arena.group_report r on r.jurisdiction_id = g.jurisdiction_id and r.working_group_id = g.id
    where g.problem_id = ${problem}
    order by r.written_at desc, r.id`.execute(read)
  return rows
}

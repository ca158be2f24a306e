import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** What the group agreed that somebody does. */
export type Task = {
  readonly id: Id<'action'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly meeting: Id<'meeting'>
  readonly meetingNumber: number
  readonly item: Id<'item'>
  readonly what: string
  readonly owner: Id<'account'>
  readonly ownerName: string
  readonly isStaffOwner: boolean
  readonly dueOn: Temporal.PlainDate
  /** The last moment of that day there. */
  readonly dueAt: Temporal.Instant
  readonly writtenBy: Id<'account'>
  readonly doneAt: Temporal.Instant | null
  readonly doneWords: string
}

const columns = sql<Task>`
  a.id, a.problem_id as problem, a.number, a.meeting_id as meeting, m.number as "meetingNumber", a.item_id as item, a.what,
  a.owner_id as owner, a.owner_name as "ownerName", a.is_staff_owner as "isStaffOwner", a.due_on as "dueOn", a.due_at as "dueAt",
  a.written_by as "writtenBy", a.done_at as "doneAt", a.done_words as "doneWords"
  from meeting.action a
  join meeting.meeting m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.meeting_id`

/** What is not done first, the most pressing before. */
export async function tasksOf(read: Read, problem: Id<'problem'>): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`
    select ${columns}
    where a.problem_id = ${problem}
    order by a.done_at is not null, a.due_on, a.number`.execute(read)
  return rows
}

export async function tasksById(read: Read, ids: readonly Id<'action'>[]): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`select ${columns} where a.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** What this person has taken on and not done. */
export async function openTasksBy(read: Read, account: Id<'account'>): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`
    select ${columns} where a.owner_id = ${account} and a.done_at is null order by a.due_on, a.number limit 200`.execute(
    read,
  )
  return rows
}

export type NewTask = Omit<Task, 'id' | 'number' | 'meetingNumber' | 'doneAt' | 'doneWords'>

/** Numbers are counted per case; the caller holds its lock. */
export async function putTask(tx: Tx, task: NewTask): Promise<{ readonly id: Id<'action'>; readonly number: number }> {
  const id = newId('action')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.action (jurisdiction_id, id, problem_id, number, meeting_id, item_id, what, owner_id, owner_name,
      is_staff_owner, due_on, due_at, written_by, written_at)
    select ${tx.jurisdiction}, ${id}, ${task.problem}, coalesce(max(number), 0) + 1, ${task.meeting}, ${task.item}, ${task.what},
      ${task.owner}, ${task.ownerName}, ${task.isStaffOwner}, ${task.dueOn}::date, ${task.dueAt}::timestamptz, ${task.writtenBy},
      ${tx.now}
    from meeting.action
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${task.problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function finishTask(
  tx: Tx,
  id: Id<'action'>,
  { by, words }: { readonly by: Id<'account'>; readonly words: string },
): Promise<void> {
  await tx
    .updateTable('meeting.action')
    .set({ done_at: tx.now, done_by: by, done_words: words })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

/** A politician's learning note. */
export type Note = {
  readonly id: Id<'note'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly person: Id<'person'>
  readonly account: Id<'account'> | null
  /** As what the one is shown who wrote it on her behalf; null where she wrote it herself, and in told ones. */
  readonly onBehalf: 'staff' | 'other' | null
  readonly heard: string
  readonly changed: string
  /** '' only where a told case does not know. */
  readonly why: string
  readonly language: string
  /** What it came from; null in notes from before one said so, and in told ones. */
  readonly from: 'meeting' | 'encounter' | 'question' | 'talk' | null
  readonly meeting: Id<'meeting'> | null
  readonly encounter: Id<'encounter'> | null
  readonly question: Id<'question'> | null
  readonly talk: string
  readonly writtenAt: Temporal.Instant
  readonly writtenOn: Temporal.PlainDate | null
  readonly source: string | null
}

const noteColumns = sql`
  n.id, n.problem_id as problem, n.number, n.person_id as person, n.account_id as account, n.on_behalf as "onBehalf", n.heard, n.changed, n.why, n.language,
  n.from_kind as "from", n.meeting_id as meeting, n.encounter_id as encounter, n.question_id as question, n.talk, n.written_at as "writtenAt", n.told_day as "writtenOn", n.source
  from inquiry.note n`

/** All notes of a case, the newest first. */
export const notesOf = listsBy(
  (note: Note) => note.problem,
  async (read, problems) => {
    const { rows } = await sql<Note>`
      select ${noteColumns} where n.problem_id = any(${problems}::uuid[]) order by n.number desc`.execute(read)
    return rows
  },
)

/** What this politician wrote, the newest first. */
export async function notesBy(read: Read, person: Id<'person'>): Promise<readonly Note[]> {
  const { rows } =
    await sql<Note>`select ${noteColumns} where n.person_id = ${person} order by n.written_at desc limit 200`.execute(
      read,
    )
  return rows
}

export async function notesById(read: Read, ids: readonly Id<'note'>[]): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`select ${noteColumns} where n.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewNote = Omit<Note, 'id' | 'number' | 'writtenAt'>

/** Numbers are counted per case; the caller holds its lock. */
export async function putNote(tx: Tx, note: NewNote): Promise<{ readonly id: Id<'note'>; readonly number: number }> {
  const id = newId('note')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.note (
      jurisdiction_id, id, problem_id, number, person_id, account_id, on_behalf, heard, changed, why, language, from_kind,
      meeting_id, encounter_id, question_id, talk, written_at, told_day, source
    )
    select ${tx.jurisdiction}, ${id}, ${note.problem}, coalesce(max(number), 0) + 1, ${note.person}, ${note.account}::uuid, ${note.onBehalf},
      ${note.heard}, ${note.changed}, ${note.why}, ${note.language}, ${note.from}, ${note.meeting}::uuid, ${note.encounter}::uuid, ${note.question}::uuid,
      ${note.talk}, ${tx.now}::timestamptz, ${note.writtenOn}::date, ${note.source}
    from inquiry.note
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${note.problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

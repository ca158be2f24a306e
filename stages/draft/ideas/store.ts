import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

export const ideaKinds = ['experience', 'idea'] as const
export type IdeaKind = (typeof ideaKinds)[number]

export type Idea = {
  readonly id: Id<'idea'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly kind: IdeaKind
  readonly title: string
  readonly text: string
  /** Where it happened, in words; empty when not said. */
  readonly place: string
  readonly language: string
  readonly writtenBy: Id<'account'> | null
  readonly writtenAt: Temporal.Instant
  /** The day in a told case; null where it is unknown. */
  readonly toldDay: Temporal.PlainDate | null
  readonly source: string | null
}

const columns = sql`
  i.id, i.problem_id as problem, i.number, i.kind, i.title, i.text, i.place, i.language, i.written_by as "writtenBy",
  i.written_at as "writtenAt", i.told_day as "toldDay", i.source
  from draft.idea i`

/** The newest first. */
export const ideasOf = listsBy(
  (idea: Idea) => idea.problem,
  async (read, problems) => {
    const { rows } = await sql<Idea>`
      select ${columns} where i.problem_id = any(${problems}::uuid[]) order by i.number desc`.execute(read)
    return rows
  },
)

export async function ideaByNumber(read: Read, problem: Id<'problem'>, number: number): Promise<Idea | undefined> {
  const { rows } = await sql<Idea>`select ${columns} where i.problem_id = ${problem} and i.number = ${number}`.execute(
    read,
  )
  return rows[0]
}

export async function ideasById(read: Read, ids: readonly Id[]): Promise<readonly Idea[]> {
  const { rows } = await sql<Idea>`select ${columns} where i.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewIdea = Omit<Idea, 'id' | 'number' | 'writtenAt'>

/** The caller holds the lock on the problem: numbers have no gap. */
export async function putIdea(tx: Tx, idea: NewIdea): Promise<{ readonly id: Id<'idea'>; readonly number: number }> {
  const id = newId('idea')
  const row = await tx
    .insertInto('draft.idea')
    .values((all) => ({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: idea.problem,
      number: all
        .selectFrom('draft.idea')
        .select(sql<number>`count(*) + 1`.as('next'))
        .where('problem_id', '=', idea.problem),
      kind: idea.kind,
      title: idea.title,
      text: idea.text,
      place: idea.place,
      language: idea.language,
      written_by: idea.writtenBy,
      written_at: tx.now,
      told_day: idea.toldDay,
      source: idea.source,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, number: row.number }
}

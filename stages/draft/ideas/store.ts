import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { At } from '../../../platform/near/index.ts'
import type { IdeaKind, staffChannels } from './rules.ts'

/** How it came: written here, or told to staff, who wrote it down. */
export type IdeaChannel = 'online' | (typeof staffChannels)[number]

export type WrittenDown = {
  readonly channel: Exclude<IdeaChannel, 'online'>
  /** Which event; '' for every other channel. */
  readonly occasion: string
  readonly by: Id<'account'>
  readonly receipt: string
}

export type Idea = {
  readonly id: Id<'idea'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly kind: IdeaKind
  readonly title: string
  readonly text: string
  /** Where it happened, in words; empty when not said. */
  readonly place: string
  /** To about 100 metres. */
  readonly point: At | null
  /** The named place of the town it lies nearest to; '' where nobody said where. */
  readonly area: string
  readonly language: string
  readonly channel: IdeaChannel
  readonly occasion: string
  readonly receipt: string | null
  readonly writtenBy: Id<'account'> | null
  readonly writtenAt: Temporal.Instant
  /** The day in a told case; null where it is unknown. */
  readonly toldDay: Temporal.PlainDate | null
  readonly source: string | null
}

const columns = sql`
  i.id, i.problem_id as problem, i.number, i.kind, i.title, i.text, i.place, i.area, i.language, i.channel, i.occasion, i.receipt,
  case when i.latitude is not null then json_build_object('latitude', i.latitude, 'longitude', i.longitude) end as point,
  i.written_by as "writtenBy",
  i.written_at as "writtenAt", i.told_day as "toldDay", i.source
  from draft.idea i`

/** How many there are, without reading them. */
export async function ideaCount(read: Read, problem: Id<'problem'>): Promise<number> {
  const { count } = await read
    .selectFrom('draft.idea_listing')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('problem_id', '=', problem)
    .executeTakeFirstOrThrow()
  return count
}

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

export type NewIdea = Pick<
  Idea,
  'problem' | 'kind' | 'title' | 'text' | 'place' | 'language' | 'writtenBy' | 'toldDay' | 'source'
> &
  Partial<Pick<Idea, 'point' | 'area'>> & { readonly writtenDown?: WrittenDown }

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
      latitude: idea.point?.latitude ?? null,
      longitude: idea.point?.longitude ?? null,
      area: idea.area ?? '',
      channel: idea.writtenDown?.channel ?? 'online',
      occasion: idea.writtenDown?.occasion ?? '',
      written_down_by: idea.writtenDown?.by ?? null,
      receipt: idea.writtenDown?.receipt ?? null,
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

/** How many this employee has written down for others since then, in whatever case. */
export async function writtenDownSince(read: Read, by: Id<'account'>, since: Temporal.Instant): Promise<number> {
  const { count } = await read
    .selectFrom('draft.idea')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('written_down_by', '=', by)
    .where('written_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function isIdeaReceipt(read: Read, receipt: string): Promise<boolean> {
  const row = await read.selectFrom('draft.idea').select('id').where('receipt', '=', receipt).executeTakeFirst()
  return row !== undefined
}

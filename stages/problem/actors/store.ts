import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import type { ActorWords } from './rules.ts'

/** An actor as it is described now. */
export type ActorRow = ActorWords & {
  readonly id: Id<'actor'>
  readonly number: number
  /** Which version this is. */
  readonly version: number
  readonly addedBy: Id<'account'> | null
  readonly writtenAt: Temporal.Instant
  /** In which it was written last. */
  readonly language: string
  readonly isHidden: boolean
  /** Who speaks for it, by her own yes; '' while nobody does. */
  readonly spokesperson: string
  /** Somebody was asked and has not answered. */
  readonly isSpokespersonAsked: boolean
}

const words = sql`
  v.name, v.kind, v.relation, v.how, v.how_much as "howMuch", v.knowledge, v.resources, v.resource_words as "resourceWords",
  v.standing, v.reached`

/** All of a case, by number; also what is hidden, by itself or with its problem, whose words no page shows. */
export async function actorsOf(read: Read, problem: Id<'problem'>): Promise<readonly ActorRow[]> {
  const { rows } = await sql<ActorRow>`
    select distinct on (a.number) a.id, a.number, v.number as version, a.added_by as "addedBy", v.written_at as "writtenAt", v.language, ${words},
      exists (
        select from moderation.hidden h where h.jurisdiction_id = a.jurisdiction_id and h.about_id in (a.id, a.problem_id)
      ) as "isHidden",
      case when s.agreed_at is not null then s.name else '' end as spokesperson,
      s.actor_id is not null and s.agreed_at is null as "isSpokespersonAsked"
    from problem.actor a
    left join problem.spokesperson s on s.jurisdiction_id = a.jurisdiction_id and s.actor_id = a.id
    join problem.actor_version v on v.jurisdiction_id = a.jurisdiction_id and v.actor_id = a.id
    where a.problem_id = ${problem}
    order by a.number, v.number desc`.execute(read)
  return rows
}

/** Who is named in a case and not hidden: what later stages may show. */
export async function affectedActors(read: Read, problem: Id<'problem'>): Promise<readonly ActorRow[]> {
  return (await actorsOf(read, problem)).filter(({ isHidden }) => !isHidden)
}

export type ActorVersion = ActorWords & {
  readonly number: number
  readonly reason: string
  readonly writtenBy: Id<'account'> | null
  readonly writtenAt: Temporal.Instant
  readonly language: string
}

/** Everything that was ever said of it, the first first. */
export async function versionsOf(read: Read, actor: Id<'actor'>): Promise<readonly ActorVersion[]> {
  const { rows } = await sql<ActorVersion>`
    select v.number, v.reason, v.written_by as "writtenBy", v.written_at as "writtenAt", v.language, ${words}
    from problem.actor_version v
    where v.actor_id = ${actor}
    order by v.number`.execute(read)
  return rows
}

export type NamedActor = Pick<ActorRow, 'id' | 'number' | 'addedBy' | 'name'> & {
  readonly problem: Id<'problem'>
  readonly slug: string
}

export async function actorsById(read: Read, ids: readonly Id<'actor'>[]): Promise<readonly NamedActor[]> {
  const rows = await read
    .selectFrom('problem.actor as a')
    .innerJoin('problem.problem as p', (join) =>
      join.onRef('p.jurisdiction_id', '=', 'a.jurisdiction_id').onRef('p.id', '=', 'a.problem_id'),
    )
    .select(['a.id', 'a.number', 'a.name', 'a.added_by as addedBy', 'p.slug', 'p.id as problem'])
    .where('a.id', 'in', [...ids])
    .execute()
  const hidden = await hiddenAmong(
    read,
    rows.map(({ problem }) => problem),
  )
  return rows.map((one) => (hidden.has(one.problem) ? { ...one, name: hiddenWords } : one))
}

export type NewActor = ActorWords & {
  readonly by: Id<'account'> | null
  readonly source: string | null
  readonly language: string
}

/** Adds an actor and gives its number; undefined when one of this name is there already. */
export async function putActor(
  tx: Tx,
  problem: Id<'problem'>,
  actor: NewActor,
): Promise<{ readonly id: Id<'actor'>; readonly number: number } | undefined> {
  const known = await actorsOf(tx, problem)
  if (known.some(({ name }) => name === actor.name)) return undefined
  const made = { id: newId('actor'), number: known.length + 1 }
  await tx
    .insertInto('problem.actor')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: made.id,
      problem_id: problem,
      number: made.number,
      name: actor.name,
      added_by: actor.by,
      added_at: tx.now,
      source: actor.source,
    })
    .execute()
  await putVersion(tx, made.id, { ...actor, number: 1, reason: '' })
  return made
}

export type NewVersion = ActorWords & {
  readonly number: number
  readonly reason: string
  readonly language: string
  readonly by: Id<'account'> | null
}

export async function putVersion(tx: Tx, actor: Id<'actor'>, version: NewVersion): Promise<void> {
  await tx
    .insertInto('problem.actor_version')
    .values({
      jurisdiction_id: tx.jurisdiction,
      actor_id: actor,
      number: version.number,
      name: version.name,
      kind: version.kind,
      relation: version.relation,
      how: version.how,
      how_much: version.howMuch,
      knowledge: version.knowledge,
      resources: [...version.resources],
      resource_words: version.resourceWords,
      standing: version.standing,
      reached: version.reached,
      reason: version.reason,
      language: version.language,
      written_by: version.by,
      written_at: tx.now,
    })
    .execute()
}

export async function renameActor(tx: Tx, actor: Id<'actor'>, name: string): Promise<void> {
  await tx.updateTable('problem.actor').set({ name }).where('id', '=', actor).execute()
}

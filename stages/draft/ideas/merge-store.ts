import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** An idea that goes on in another one, or did. */
export type MergerRow = {
  readonly idea: Id<'idea'>
  readonly into: Id<'idea'>
  readonly reason: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
}

/** Two that an author wants kept apart, and why. */
export type Objection = {
  readonly id: Id<'idea-objection'>
  readonly idea: Id<'idea'>
  readonly into: Id<'idea'>
  readonly objection: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
}

const columns = sql<MergerRow>`
  m.idea_id as idea, m.into_id as into, m.reason, m.merged_by as by, m.merged_at as at from draft.idea_merger m`

/** Where it goes on; undefined where it does not. */
export async function mergerOf(read: Read, idea: Id<'idea'>): Promise<MergerRow | undefined> {
  const { rows } = await sql<MergerRow>`select ${columns} where m.idea_id = ${idea} and m.ended_at is null`.execute(
    read,
  )
  return rows[0]
}

/** What goes on here, without what goes on in those. */
export async function mergedHere(read: Read, idea: Id<'idea'>): Promise<readonly MergerRow[]> {
  const { rows } = await sql<MergerRow>`
    select ${columns} where m.into_id = ${idea} and m.ended_at is null order by m.merged_at, m.idea_id`.execute(read)
  return rows
}

/** What authors of this one, or of another one, wanted kept apart from it. */
export async function objectionsAround(read: Read, idea: Id<'idea'>): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`
    select m.objection_id as id, m.idea_id as idea, m.into_id as into, m.objection, m.ended_by as by, m.ended_at as at
    from draft.idea_merger m
    where ${idea} in (m.idea_id, m.into_id) and m.objection <> ''
    order by m.ended_at, m.idea_id`.execute(read)
  return rows
}

export type NamedObjection = Pick<Objection, 'id' | 'objection' | 'by'> & {
  readonly problem: Id<'problem'>
  /** Of the idea that was to go on in another one. */
  readonly number: number
}

export async function objectionsById(read: Read, ids: readonly Id[]): Promise<readonly NamedObjection[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedObjection>`
    select m.objection_id as id, m.objection, m.ended_by as by, i.problem_id as problem, i.number
    from draft.idea_merger m
    join draft.idea i on i.jurisdiction_id = m.jurisdiction_id and i.id = m.idea_id
    where m.objection_id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export async function isKeptApart(read: Read, a: Id<'idea'>, b: Id<'idea'>): Promise<boolean> {
  return (await objectionsAround(read, a)).some(({ idea, into }) => idea === b || into === b)
}

/** At the end of the way: of one that goes on in one that goes on in a third, the third. Of each, by its id. */
export async function endsOf(read: Read, ideas: readonly Id[]): Promise<ReadonlyMap<Id, Id<'idea'>>> {
  if (ideas.length === 0) return new Map()
  const { rows } = await sql<{ idea: Id<'idea'>; end: Id<'idea'> }>`
    with recursive onward as (
      select i.id as idea, i.id, 0 as step from unnest(${ideas}::uuid[]) i (id)
      union all
      select o.idea, m.into_id, o.step + 1
      from onward o
      join draft.idea_merger m on m.jurisdiction_id = ${read.jurisdiction} and m.idea_id = o.id and m.ended_at is null
    )
    select distinct on (idea) idea, id as end from onward order by idea, step desc`.execute(read)
  return new Map(rows.filter(({ idea, end }) => idea !== end).map(({ idea, end }) => [idea, end]))
}

/** These and all that go on in them: whose words they are together. */
export async function gatheredIn(read: Read, ideas: readonly Id[]): Promise<readonly Id<'idea'>[]> {
  if (ideas.length === 0) return []
  const { rows } = await sql<{ id: Id<'idea'> }>`
    select distinct g.id from unnest(${ideas}::uuid[]) i (id), draft.gathered_in(${read.jurisdiction}, i.id) g order by g.id`.execute(
    read,
  )
  return rows.map(({ id }) => id)
}

export async function putMerger(tx: Tx, { idea, into, reason, by }: Omit<MergerRow, 'at'>): Promise<void> {
  await sql`
    insert into draft.idea_merger (jurisdiction_id, idea_id, number, into_id, reason, merged_by, merged_at)
    select ${tx.jurisdiction}, ${idea}, coalesce(max(number), 0) + 1, ${into}, ${reason}, ${by}, ${tx.now}
    from draft.idea_merger
    where idea_id = ${idea}`.execute(tx)
}

export async function endMerger(
  tx: Tx,
  idea: Id<'idea'>,
  { by, objection }: { readonly by: Id<'account'>; readonly objection: string },
): Promise<void> {
  await tx
    .updateTable('draft.idea_merger')
    .set({
      ended_at: tx.now,
      ended_by: by,
      objection,
      objection_id: objection === '' ? null : newId('idea-objection'),
    })
    .where('idea_id', '=', idea)
    .where('ended_at', 'is', null)
    .execute()
}

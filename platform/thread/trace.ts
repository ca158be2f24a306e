import { isNoun, type Id, type Noun, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../db/index.ts'
import type { Relation } from './link.ts'

/** One link as the trace walks it: at `depth` steps from where it began. */
export type Strand = {
  readonly from: Thing
  readonly relation: Relation
  readonly to: Thing
  readonly depth: number
}

// A line from an experience to an outcome has six links; a circle made by mistake must still end.
const mostSteps = 12

/** What this came from: the contributions behind a clause, an answer, a commitment. One recursive query. */
export async function upstream(read: Read, thing: Thing): Promise<readonly Strand[]> {
  const { rows } = await sql<Row>`
    with recursive strand as (
      select from_id, from_kind, relation, to_id, to_kind, 1 as depth
      from thread.link
      where from_id = ${thing.id} and jurisdiction_id = ${read.jurisdiction}
      union
      select l.from_id, l.from_kind, l.relation, l.to_id, l.to_kind, s.depth + 1
      from strand s
      join thread.link l on l.from_id = s.to_id and l.jurisdiction_id = ${read.jurisdiction}
      where s.depth < ${mostSteps}
    )
    select from_id, from_kind, relation, to_id, to_kind, min(depth) as depth
    from strand
    group by 1, 2, 3, 4, 5
    order by depth, from_id, to_id`.execute(read)
  return rows.map(strandOf)
}

/** What became of this: the clauses that cite it, the recommendation they belong to, its answer, and so on. */
export async function downstream(read: Read, thing: Thing): Promise<readonly Strand[]> {
  return (await downstreamOfEach(read, [thing.id])).get(thing.id) ?? []
}

/** The same of many, by where each began: one recursive query for a page that lists all that somebody wrote. */
export async function downstreamOfEach(read: Read, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly Strand[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row & { readonly root: Id }>`
    with recursive strand as (
      select to_id as root, from_id, from_kind, relation, to_id, to_kind, 1 as depth
      from thread.link
      -- Votes are counted elsewhere; a busy statement has tens of thousands of them.
      where to_id = any(${[...new Set(ids)]}::uuid[]) and jurisdiction_id = ${read.jurisdiction} and from_kind <> 'vote'
      union
      select s.root, l.from_id, l.from_kind, l.relation, l.to_id, l.to_kind, s.depth + 1
      from strand s
      join thread.link l on l.to_id = s.from_id and l.jurisdiction_id = ${read.jurisdiction} and l.from_kind <> 'vote'
      where s.depth < ${mostSteps}
    )
    select root, from_id, from_kind, relation, to_id, to_kind, min(depth) as depth
    from strand
    group by 1, 2, 3, 4, 5, 6
    order by depth, from_id, to_id`.execute(read)
  return new Map([...Map.groupBy(rows, ({ root }) => root)].map(([root, its]) => [root, its.map(strandOf)]))
}

/** All links among these things' ids: what the picture of the thread is drawn from. */
export async function linksAmong(read: Read, ids: readonly Id[]): Promise<readonly Strand[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select from_id, from_kind, relation, to_id, to_kind, 1 as depth
    from thread.link
    where jurisdiction_id = ${read.jurisdiction} and from_id = any(${ids}::uuid[]) and to_id = any(${ids}::uuid[])
    order by from_id, to_id`.execute(read)
  return rows.map(strandOf)
}

type Row = {
  readonly from_id: Id
  readonly from_kind: string
  readonly relation: Relation
  readonly to_id: Id
  readonly to_kind: string
  readonly depth: number
}

function strandOf(row: Row): Strand {
  return {
    from: { kind: noun(row.from_kind), id: row.from_id },
    relation: row.relation,
    to: { kind: noun(row.to_kind), id: row.to_id },
    depth: row.depth,
  }
}

function noun(text: string): Thing['kind'] {
  if (!isNoun(text)) throw new Error(`the trace names an unknown kind: ${text}`)
  return text
}

/** How many things of each kind say straight away that they are about this one; votes are counted elsewhere. */
export async function countAbout(read: Read, id: Id): Promise<ReadonlyMap<Noun, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select from_kind as kind, count(*)::int as count
    from thread.link
    where to_id = ${id} and jurisdiction_id = ${read.jurisdiction} and relation = 'about' and from_kind <> 'vote'
    group by from_kind`.execute(read)
  return new Map(rows.map(({ kind, count }) => [noun(kind), count]))
}

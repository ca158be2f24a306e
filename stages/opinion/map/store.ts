import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Axes } from './axes.ts'
import type { PublishedMap } from './published.ts'
import type { CastVote, PackedVoter } from './voters.ts'

export type KeptMap = {
  readonly version: number
  readonly isFinal: boolean
  readonly drawnAt: Temporal.Instant
  readonly countedUntil: Temporal.Instant | null
  readonly people: number
  readonly method: string
  readonly seed: string
  readonly inputHash: string
  readonly outputHash: string
  /** Numbers of the statements it was drawn from. */
  readonly statements: readonly number[]
  /** Canonical JSON: its bytes are what `outputHash` is of. */
  readonly published: string
  readonly axes: string
}

/** One version, or the last one. */
export async function mapOf(
  read: Read,
  consultation: Id<'consultation'>,
  version: number | null = null,
): Promise<KeptMap | undefined> {
  const { rows } = await sql<KeptMap>`
    select version, is_final as "isFinal", drawn_at as "drawnAt", counted_until as "countedUntil", people, method, seed,
      input_hash as "inputHash", output_hash as "outputHash", statements, published, axes
    from opinion.map
    where consultation_id = ${consultation} and (${version}::integer is null or version = ${version}::integer)
    order by version desc limit 1`.execute(read)
  return rows[0]
}

// Written by `putMap` alone, from the values of these types.
export const publishedOf = ({ published }: Pick<KeptMap, 'published'>): PublishedMap =>
  JSON.parse(published) as PublishedMap
export const axesOf = ({ axes }: Pick<KeptMap, 'axes'>): Axes => JSON.parse(axes) as Axes

export async function putMap(tx: Tx, consultation: Id<'consultation'>, map: Omit<KeptMap, 'drawnAt'>): Promise<void> {
  await tx
    .insertInto('opinion.map')
    .values({
      jurisdiction_id: tx.jurisdiction,
      consultation_id: consultation,
      version: map.version,
      is_final: map.isFinal,
      drawn_at: tx.now,
      counted_until: map.countedUntil,
      people: map.people,
      method: map.method,
      seed: map.seed,
      input_hash: map.inputHash,
      output_hash: map.outputHash,
      statements: [...map.statements],
      published: map.published,
      axes: map.axes,
    })
    .execute()
}

export type Mappable = {
  readonly consultation: Id<'consultation'>
  readonly problem: Id<'problem'>
  readonly isClosed: boolean
  /** Of the last map; 0 where there is none. */
  readonly version: number
  readonly people: number
  /** Whoever has voted, now. */
  readonly voters: number
}

/**
 * Consultations that can still get a map, and how many have voted in each: of those who are closed it was counted at the close, and
 * where they were too few there never is one. Of the whole place or one alone. O(consultations), and voters of open ones.
 */
export async function mappable(
  read: Read,
  consultation: Id<'consultation'> | null = null,
): Promise<readonly Mappable[]> {
  const { rows } = await sql<Mappable>`
    select c.id as consultation, c.problem_id as problem, c.closed_at is not null as "isClosed",
      coalesce(m.version, 0) as version, coalesce(m.people, 0) as people,
      case when c.closed_at is not null then c.voters else (
        select count(*) from opinion.participant p
        where p.jurisdiction_id = c.jurisdiction_id and p.consultation_id = c.id
          and not exists (
            select from opinion.voided x where x.consultation_id = c.id and x.participant_id = p.id
          )
      ) end::integer as voters
    from opinion.consultation c
    left join lateral (
      select m.version, m.people, m.is_final from opinion.map m
      where m.jurisdiction_id = c.jurisdiction_id and m.consultation_id = c.id
      order by m.version desc limit 1
    ) m on true
    where not c.is_hearing and m.is_final is not true and (c.closed_at is null or c.voters >= ${leastInGroup})
      and (${consultation}::uuid is null or c.id = ${consultation}::uuid)
    order by c.id`.execute(read)
  return rows
}

/**
 * Of each voter when she had voted first, and what she had said last of each statement up to this instant; null: of all. One row a
 * voter. Statement by statement through the key: a million votes are not sorted, and nothing is joined that a database which has not
 * looked at its tables yet might go through once for each voter. O(V).
 */
export async function packedVotes(
  read: Read,
  consultation: Id<'consultation'>,
  until: Temporal.Instant | null,
): Promise<readonly PackedVoter[]> {
  const { rows } = await sql<PackedVoter>`
    select said.voter, (extract(epoch from min(said.first)) * 1000000)::float8 as first,
      string_agg(s.number || left(said.choice, 1), ' ') as votes
    from opinion.statement s
    cross join lateral (
      select v.participant_id as voter, (array_agg(v.choice order by v.revision desc))[1] as choice, min(v.at) as first
      from opinion.vote v
      where v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
        and (${until}::timestamptz is null or v.at <= ${until}::timestamptz)
      group by v.participant_id
    ) said
    where s.consultation_id = ${consultation}
    group by said.voter`.execute(read)
  return rows
}

export type Between = { readonly since: Temporal.Instant; readonly until: Temporal.Instant }

/** Every vote after one instant and up to another, in the order they were cast. O(votes between), by the index over time. */
export async function votesSince(
  read: Read,
  consultation: Id<'consultation'>,
  { since, until }: Between,
): Promise<readonly CastVote[]> {
  const { rows } = await sql<CastVote>`
    select v.participant_id as voter, s.number as statement, left(v.choice, 1) as letter,
      (extract(epoch from v.at) * 1000000)::float8 as at
    from opinion.vote v
    join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
    where v.at > ${since} and v.at <= ${until} and s.consultation_id = ${consultation}
    order by v.at, v.revision`.execute(read)
  return rows
}

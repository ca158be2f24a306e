import type { Id } from '@folkmoot/basics/ids.ts'
import type { Json } from '@folkmoot/basics/json.ts'
import { sql } from 'kysely'
import { statement, type Read } from '../db/index.ts'
import { coarse } from './leaf.ts'

export type Entry = {
  readonly id: Id<'event'>
  readonly kind: string
  readonly problem: Id<'problem'> | null
  readonly at: Temporal.Instant
  readonly public: Json
  readonly commitment: Buffer | null
  readonly leafHash: Buffer
}

export type EntriesOptions = {
  readonly problem?: Id<'problem'>
  /** Only of these cases, and only of these kinds; no case at all where the list is empty. */
  readonly problems?: readonly Id<'problem'>[]
  readonly kinds?: readonly string[]
  readonly limit?: number
  /** How many of the newest to leave out: for pages whose address may not name an id, because ids tell the exact time. */
  readonly skip?: number
  /** Only what says something in public: of votes and the like there may be a million between two acts. */
  readonly isSaid?: boolean
  /**
   * For who reads now: a secret act is told at the quarter of the hour it began in, so it is left out until that quarter is
   * over. Shown at once, it would betray the very minute to whoever loads the page again and again.
   */
  readonly asOf?: Temporal.Instant
}

/** The record, newest first; what is told coarsely stands at the quarter of the hour it began in. */
export async function entries(
  read: Read,
  { problem, problems, kinds, limit = 50, skip = 0, isSaid = false, asOf }: EntriesOptions = {},
): Promise<readonly Entry[]> {
  const rows = await read
    .selectFrom('ledger.event')
    .select(['id', 'kind', 'problem_id', 'at', 'public', 'commitment', 'leaf_hash'])
    .$if(problem !== undefined, (query) => query.where('problem_id', '=', problem ?? null))
    .$if(problems !== undefined, (query) => query.where(sql<boolean>`problem_id = any(${problems ?? []}::uuid[])`))
    .$if(kinds !== undefined, (query) => query.where(sql<boolean>`kind = any(${kinds ?? []}::text[])`))
    // In the order of the index of what is public: never a walk through all votes.
    .$if(isSaid, (query) => query.where(sql<boolean>`public <> '{}'`))
    .$if(asOf !== undefined, (query) =>
      query.where(sql<boolean>`(at < ${asOf && coarse(asOf)} or public <> '{}' or commitment is null)`),
    )
    .$if(!isSaid, (query) => query.orderBy('at', 'desc'))
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    problem: row.problem_id,
    at: row.at,
    public: row.public,
    commitment: row.commitment,
    leafHash: row.leaf_hash,
  }))
}

/** Acts are seen when they are committed, which is later than they say. */
const longestAct = { minutes: 5 } as const

/** The cases in which anything happened since; what is told coarsely stands at the beginning of its quarter of an hour. */
export async function casesChangedSince(read: Read, since: Temporal.Instant): Promise<readonly Id<'problem'>[]> {
  const { rows } = await statement<{ readonly problem: Id<'problem'> }>`
    select distinct problem_id as problem
    from ledger.event
    where jurisdiction_id = ${read.jurisdiction} and at >= ${coarse(since.subtract(longestAct))} and problem_id is not null
    order by problem_id`.execute(read)
  return rows.map(({ problem }) => problem)
}

/**
 * The newest entry that says something in public: as long as it is the same, so is what anyone may read.
 * Votes and applications have nothing public and do not count. '' before the first.
 */
export async function lastPublicAct(read: Read): Promise<string> {
  const { rows } = await statement<{ id: string }>`
    select id
    from ledger.event
    where jurisdiction_id = ${read.jurisdiction} and public <> '{}'
    order by id desc
    limit 1`.execute(read)
  return rows[0]?.id ?? ''
}

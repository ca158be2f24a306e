import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Sought } from '../../../platform/db/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { problemsWith } from '../stems/search-store.ts'
import type { After, ListState, ListOrder } from './rules.ts'

export type Listed = {
  readonly problem: Problem
  readonly state: ListState
  readonly endsAt: Temporal.Instant | null
  /** A politician leads it, or it is told. */
  readonly isLed: boolean
}

export type ListQuery = {
  readonly limit: number
  readonly order: ListOrder
  readonly state?: ListState | null
  readonly words?: Sought | null
  readonly after?: After | null
  /** Only what a politician leads or what is told. */
  readonly isLed?: boolean
}

type Row = Pick<Listed, 'state' | 'endsAt' | 'isLed'> & {
  readonly id: Id<'problem'>
  readonly raisedAt: Temporal.Instant
}

/** Problems of the place where nothing is hidden, each page from exactly after the last one seen. Never by how loud. */
export async function listed(
  read: Read,
  { limit, order, state = null, words = null, after = null, isLed = false }: ListQuery,
): Promise<readonly Listed[]> {
  const ids = words && (await problemsWith(read, words))
  if (ids?.length === 0) return []
  const wanted = [
    sql`l.jurisdiction_id = ${read.jurisdiction}`,
    ...(state === null ? [] : [sql`l.state = ${state}`]),
    ...(ids ? [sql`l.problem_id = any(${ids}::uuid[])`] : []),
    ...(isLed ? [sql`l.is_led`] : []),
    ...(order === 'time-left' ? [sql`l.ends_at is not null`] : []),
    ...(after === null ? [] : [beyond(order, after)]),
  ]
  const by = order === 'time-left' ? sql`l.ends_at, l.problem_id` : sql`l.raised_at desc, l.problem_id desc`
  const { rows } = await sql<Row>`
    select l.problem_id as id, l.state, l.ends_at as "endsAt", l.is_led as "isLed", l.raised_at as "raisedAt"
    from problem.listing l
    where ${sql.join(wanted, sql` and `)}
      and not exists (
        select from moderation.hidden h where h.jurisdiction_id = l.jurisdiction_id and h.about_id = l.problem_id
      )
    order by ${by}
    limit ${limit}`.execute(read)
  const problems = new Map(
    (
      await problemsById(
        read,
        rows.map(({ id }) => id),
      )
    ).map((one): [Id<'problem'>, Problem] => [one.id, one]),
  )
  return rows.flatMap(({ id, state: stands, endsAt, isLed: led }) => {
    const problem = problems.get(id)
    return problem ? [{ problem, state: stands, endsAt, isLed: led }] : []
  })
}

/** A problem that collects supports, and how many. */
export type Collecting = {
  readonly problem: Id<'problem'>
  readonly supports: number
  readonly goal: number
  readonly closesAt: Temporal.Instant | null
}

/** What is on its way, the most supported first: nothing that nobody supports yet. */
export async function collecting(read: Read, now: Temporal.Instant, limit: number): Promise<readonly Collecting[]> {
  const { rows } = await sql<Collecting>`
    select l.problem_id as problem, l.collected as supports, l.goal, l.collects_until as "closesAt"
    from problem.listing l
    where l.jurisdiction_id = ${read.jurisdiction} and l.collected is not null and l.state <> 'merged'
      and (l.collects_until is null or l.collects_until > ${now})
      and not exists (
        select from moderation.hidden h where h.jurisdiction_id = l.jurisdiction_id and h.about_id = l.problem_id
      )
    order by l.collected desc, l.problem_id
    limit ${limit}`.execute(read)
  return rows
}

/** Problems nobody has taken up, the one that has waited longest first: no party and no headline puts one before another. */
export async function unclaimed(read: Read, limit: number): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    select l.problem_id as id
    from problem.listing l
    where l.jurisdiction_id = ${read.jurisdiction} and l.state in ('open', 'collecting', 'closed', 'waiting') and not l.is_led
      and not exists (
        select from moderation.hidden h where h.jurisdiction_id = l.jurisdiction_id and h.about_id = l.problem_id
      )
    order by l.raised_at, l.problem_id
    limit ${limit}`.execute(read)
  return rows.map(({ id }) => id)
}

function beyond(order: ListOrder, { at, id }: After) {
  return order === 'time-left'
    ? sql`(l.ends_at, l.problem_id) > (${at}, ${id})`
    : sql`(l.raised_at, l.problem_id) < (${at}, ${id})`
}

/** How many problems stand in each state, without those that are hidden. */
export async function countByState(read: Read): Promise<ReadonlyMap<ListState, number>> {
  const { rows } = await sql<{ state: ListState; count: number }>`
    -- The few that are hidden are taken off: asked of each, that would be twenty thousand questions.
    select a.state, a.count - coalesce(h.count, 0) as count
    from (
      select l.state, count(*) as count
      from problem.listing l
      where l.jurisdiction_id = ${read.jurisdiction}
      group by l.state
    ) a
    left join (
      select l.state, count(*) as count
      from moderation.hidden h
      join problem.listing l on l.jurisdiction_id = h.jurisdiction_id and l.problem_id = h.about_id
      where h.jurisdiction_id = ${read.jurisdiction}
      group by l.state
    ) h on h.state = a.state
    where a.count > coalesce(h.count, 0)`.execute(read)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

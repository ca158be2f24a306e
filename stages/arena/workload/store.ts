import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Limits } from './rules.ts'

export async function groupLimitsOf(read: Read): Promise<Limits> {
  const { rows } = await sql<Limits>`
    select w.politicians, w.facilitators from arena.workload_limits(${read.jurisdiction}) w`.execute(read)
  const [limits] = rows
  if (!limits) throw new Error('every place has limits')
  return limits
}

export async function putLimits(tx: Tx, { politicians, facilitators }: Limits, by: Id<'account'>): Promise<void> {
  const set = { politicians, facilitators, set_by: by, set_at: tx.now }
  await tx
    .insertInto('arena.workload_limit')
    .values({ jurisdiction_id: tx.jurisdiction, ...set })
    .onConflict((conflict) => conflict.column('jurisdiction_id').doUpdateSet(set))
    .execute()
}

const atWork = (read: Read, today: Temporal.PlainDate) => sql<boolean>`
  exists (select from arena.groups_at_work(${read.jurisdiction}, ${today}::date) g where g.problem_id = s.problem_id)`

/** In which groups at work each politician sits. */
export async function groupsByPerson(
  read: Read,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<Id<'person'>, readonly Id<'problem'>[]>> {
  const { rows } = await sql<{ person: Id<'person'>; problem: Id<'problem'> }>`
    select s.person_id as person, s.problem_id as problem
    from arena.seat s
    where s.jurisdiction_id = ${read.jurisdiction} and s.person_id is not null and s.ended_at is null and ${atWork(read, today)}
    order by s.problem_id`.execute(read)
  return new Map(
    [...Map.groupBy(rows, ({ person }) => person)].map(([person, its]) => [person, its.map(({ problem }) => problem)]),
  )
}

/** How many other groups at work somebody has been taken on for: those she sits in or is asked into, or those she facilitates. */
export async function countOthers(
  read: Read,
  problem: Id<'problem'>,
  {
    today,
    ...who
  }: { readonly today: Temporal.PlainDate } & (
    | { readonly person: Id<'person'> }
    | { readonly facilitator: Id<'account'> }
  ),
): Promise<number> {
  const { jurisdiction } = read
  const groups =
    'person' in who
      ? sql`arena.groups_taken_on(${jurisdiction}, ${who.person}, ${today}::date)`
      : sql`arena.groups_facilitated(${jurisdiction}, ${who.facilitator}, ${today}::date)`
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from ${groups} g where g.problem_id <> ${problem}`.execute(read)
  return rows[0]?.count ?? 0
}

/** Which groups at work each facilitator serves. */
export async function groupsByFacilitator(
  read: Read,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<Id<'account'>, readonly Id<'problem'>[]>> {
  const { rows } = await sql<{ account: Id<'account'>; problem: Id<'problem'> }>`
    select s.account_id as account, s.problem_id as problem
    from arena.staffing s
    where s.jurisdiction_id = ${read.jurisdiction} and s.role = 'facilitator' and s.ended_at is null and ${atWork(read, today)}
    order by s.problem_id`.execute(read)
  return new Map(
    [...Map.groupBy(rows, ({ account }) => account)].map(([account, its]) => [
      account,
      its.map(({ problem }) => problem),
    ]),
  )
}

/** In which cases somebody has a seat, at work or not, the latest first; for herself. */
export async function seatsHeldBy(
  read: Read,
  account: Id<'account'>,
): Promise<readonly { readonly problem: Id<'problem'>; readonly seat: Id<'seat'> }[]> {
  const { rows } = await sql<{ problem: Id<'problem'>; seat: Id<'seat'> }>`
    select s.problem_id as problem, s.id as seat
    from arena.seat s
    join arena.confirmation c on c.jurisdiction_id = s.jurisdiction_id and c.problem_id = s.problem_id
    where s.account_id = ${account} and s.ended_at is null
    order by c.confirmed_at desc, s.problem_id`.execute(read)
  return rows
}

export type SeatException = { readonly person: Id<'person'>; readonly groups: number; readonly reason: string }

/** Asked again after a no, she is asked for the reason that holds now. */
export async function putException(
  tx: Tx,
  problem: Id<'problem'>,
  { person, groups, reason }: SeatException,
): Promise<void> {
  const said = { groups, reason, said_at: tx.now }
  await tx
    .insertInto('arena.seat_exception')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, person_id: person, ...said })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id', 'person_id']).doUpdateSet(said))
    .execute()
}

/** Why some politicians were asked for this group although they sat in many already, by person. */
export async function exceptionsOf(
  read: Read,
  problem: Id<'problem'>,
): Promise<ReadonlyMap<Id<'person'>, SeatException>> {
  const { rows } = await sql<SeatException>`
    select e.person_id as person, e.groups, e.reason
    from arena.seat_exception e
    where e.problem_id = ${problem}`.execute(read)
  return new Map(rows.map((row) => [row.person, row]))
}

import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, statement, together, type Read, type Tx } from '../../platform/db/index.ts'
import type { Way } from './acceptances/store.ts'
import type { SeatState } from './rules.ts'

export type Gender = 'woman' | 'man' | 'other'

export type Call = {
  readonly openedAt: Temporal.Instant
  readonly closesAt: Temporal.Instant
  /** Since when it is open once more, and as what people can ask for a seat since; null where it was opened once. */
  readonly again: { readonly openedAt: Temporal.Instant; readonly profiles: readonly Id<'profile'>[] } | null
}

export type Application = {
  readonly id: Id<'application'>
  readonly number: number
  readonly account: Id<'account'>
  readonly profile: Id<'profile'>
  readonly motivation: string
  readonly tie: string
  readonly gender: Gender | null
  readonly appliedAt: Temporal.Instant
  readonly state: 'waiting' | 'selected' | 'not-selected' | 'withdrawn'
  readonly answer: string
  /** Her place among those who are called when a seat is free. */
  readonly substitute: number | null
  /** Made of the address she gave: shows whether two gave the same, and counts for nothing by itself. */
  readonly address: string | null
  /** Whether the clerk found that she lives with the others who gave it; null where nobody has looked. */
  readonly livesThere: boolean | null
  /** The same for two of one home, where the clerk has found that it is one. */
  readonly household: string | null
  /** When what she wrote was erased; the dashes in its place say nothing. */
  readonly erasedAt: Temporal.Instant | null
  /** Nobody answered in time, and the worker has ended it. */
  readonly isUnanswered: boolean
}

export type Seat = {
  readonly id: Id<'seat'>
  readonly account: Id<'account'>
  readonly person: Id<'person'> | null
  readonly kind: 'politician' | 'citizen'
  readonly profile: Id<'profile'> | null
  readonly gender: Gender | null
  readonly isChair: boolean
  readonly reason: string
  readonly name: string
  readonly way: Way
  /** What of the profile's criteria she meets. */
  readonly criteria: readonly string[]
  readonly since: Temporal.Instant
  readonly chosenBy: Id<'account'>
}

export type Confirmation = { readonly confirmedAt: Temporal.Instant; readonly exception: string }

type OfProblem = { readonly problem: Id<'problem'> }

const callsOf = listsBy(
  (call: Call & OfProblem) => call.problem,
  async (read, problems) => {
    type Row = OfProblem &
      Omit<Call, 'again'> & {
        readonly againAt: Temporal.Instant | null
        readonly profiles: readonly Id<'profile'>[] | null
      }
    const { rows } = await sql<Row>`
      select c.problem_id as problem, c.opened_at as "openedAt", c.closes_at as "closesAt", a.opened_at as "againAt", a.profiles
      from arena.open_call c
      left join lateral (
        select g.opened_at, g.profiles from arena.call_again g
        where g.jurisdiction_id = c.jurisdiction_id and g.problem_id = c.problem_id
        order by g.number desc
        limit 1
      ) a on true
      where c.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows.map(({ againAt, profiles, ...call }) => ({
      ...call,
      again: againAt && profiles ? { openedAt: againAt, profiles } : null,
    }))
  },
)

export async function callOf(read: Read, problem: Id<'problem'>): Promise<Call | undefined> {
  return (await callsOf(read, problem))[0]
}

export async function putCall(
  tx: Tx,
  problem: Id<'problem'>,
  { by, closesAt }: { readonly by: Id<'account'>; readonly closesAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('arena.open_call')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      opened_by: by,
      opened_at: tx.now,
      closes_at: closesAt,
    })
    .execute()
}

/** In the order they came. Only for those who choose, and staff who prepare. */
export async function applicationsOf(read: Read, problem: Id<'problem'>): Promise<readonly Application[]> {
  return (await applicationRows(read, problem).orderBy('number').execute()).map(toApplication)
}

function applicationRows(read: Read, problem: Id<'problem'>) {
  return read.selectFrom('arena.application').selectAll().where('problem_id', '=', problem)
}

type ApplicationRow = Awaited<ReturnType<ReturnType<typeof applicationRows>['execute']>>[number]

function toApplication(row: ApplicationRow): Application {
  const address = row.household === null ? null : Buffer.from(row.household).toString('hex')
  return {
    id: row.id,
    number: row.number,
    account: row.account_id,
    profile: row.profile_id,
    motivation: row.motivation,
    tie: row.tie,
    gender: row.gender as Gender | null, // held by a check constraint, as is the state
    appliedAt: row.applied_at,
    state: row.state as Application['state'],
    answer: row.answer,
    substitute: row.substitute,
    address,
    livesThere: row.lives_there,
    household: row.lives_there ? address : null,
    erasedAt: row.erased_at,
    isUnanswered: row.state === 'not-selected' && row.answered_by === null,
  }
}

/** Accounts of all who asked for a seat: to be told what concerns them, never to be shown. */
export async function applicantsIn(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  return (await applicationsOf(read, problem)).map(({ account }) => account)
}

export async function applicationOf(
  read: Read,
  problem: Id<'problem'>,
  account: Id<'account'>,
): Promise<Application | undefined> {
  const row = await applicationRows(read, problem).where('account_id', '=', account).executeTakeFirst()
  return row && toApplication(row)
}

export type OwnApplication = Application & { readonly problem: Id<'problem'> }

/** What this person asked for, the latest first. */
export async function applicationsBy(read: Read, account: Id<'account'>): Promise<readonly OwnApplication[]> {
  const rows = await read
    .selectFrom('arena.application')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('applied_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...toApplication(row), problem: row.problem_id }))
}

/** Who sits now: chair first, then politicians, then citizens, each by name. */
export const seatsOf = listsBy(
  (seat: Seat & OfProblem) => seat.problem,
  async (read, problems) => {
    const { rows } = await sql<Seat & OfProblem>`
      select s.problem_id as problem, s.id, s.account_id as account, s.person_id as person, s.kind, s.profile_id as profile,
        s.gender, s.is_chair as "isChair", s.reason, coalesce(p.name, a.name) as name, o.way, o.criteria,
        s.appointed_at as since, s.appointed_by as "chosenBy"
      from arena.seat s
      join arena.offer o on o.jurisdiction_id = s.jurisdiction_id and o.problem_id = s.problem_id and o.number = s.offer_number
      join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
      left join directory.person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
      where s.problem_id = any(${problems}::uuid[]) and s.ended_at is null
      order by s.is_chair desc, s.kind desc, coalesce(p.name, a.name)`.execute(read)
    return rows
  },
)

type Seated = {
  /** Only these cases are asked about: after twenty years somebody has sat in hundreds. */
  readonly among?: readonly Id<'problem'>[]
} & ({ readonly person: Id<'person'> } | { readonly account: Id<'account'> })

/** In which cases somebody sits in the confirmed group now: a politician by the name the public knows, anybody by her account. */
export async function problemsSatIn(read: Read, { among, ...who }: Seated): Promise<readonly Id<'problem'>[]> {
  if (among?.length === 0) return []
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select s.problem_id as problem
    from arena.seat s
    join arena.confirmation c on c.jurisdiction_id = s.jurisdiction_id and c.problem_id = s.problem_id
    where s.ended_at is null and ${'person' in who ? sql`s.person_id = ${who.person}` : sql`s.account_id = ${who.account}`}
      ${among === undefined ? sql`` : sql`and s.problem_id = any(${among}::uuid[])`}
    order by c.confirmed_at, s.problem_id`.execute(read)
  return rows.map(({ problem }) => problem)
}

export type NewSeat = Pick<Seat, 'account' | 'person' | 'kind' | 'profile' | 'gender' | 'isChair' | 'reason'> & {
  readonly by: Id<'account'>
  /** The offer she said yes to. */
  readonly offer: number
}

export async function putSeat(tx: Tx, problem: Id<'problem'>, seat: NewSeat): Promise<Id<'seat'>> {
  const id = newId('seat')
  await tx
    .insertInto('arena.seat')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: problem,
      account_id: seat.account,
      person_id: seat.person,
      kind: seat.kind,
      profile_id: seat.profile,
      gender: seat.gender,
      is_chair: seat.isChair,
      reason: seat.reason,
      appointed_by: seat.by,
      offer_number: seat.offer,
      appointed_at: tx.now,
    })
    .execute()
  return id
}

const confirmationsOf = listsBy(
  (confirmation: Confirmation & OfProblem) => confirmation.problem,
  async (read, problems) => {
    const { rows } = await sql<Confirmation & OfProblem>`
      select c.problem_id as problem, c.confirmed_at as "confirmedAt", c.exception
      from arena.confirmation c
      where c.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

export async function confirmationOf(read: Read, problem: Id<'problem'>): Promise<Confirmation | undefined> {
  return (await confirmationsOf(read, problem))[0]
}

export async function isConfirmed(read: Read, problem: Id<'problem'>): Promise<boolean> {
  return (await confirmationOf(read, problem)) !== undefined
}

export async function putConfirmation(
  tx: Tx,
  problem: Id<'problem'>,
  { by, exception }: { readonly by: Id<'account'>; readonly exception: string },
): Promise<void> {
  await tx
    .insertInto('arena.confirmation')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      confirmed_by: by,
      confirmed_at: tx.now,
      exception,
    })
    .execute()
}

type Place = { readonly slug: string; readonly account: Id<'account'> }

/** The seat of this account in the arena of the problem with this address, if it has one. Asked by every vote. */
export function seatBySlug(read: Read, slug: string, account: Id<'account'>): Promise<SeatState | undefined> {
  return askForSeat(read, read.jurisdiction, { slug, account })
}

const askForSeat = together(async (read: Read, places: readonly Place[]) => {
  const { rows } = await statement<SeatState & Place>`
    select p.slug, s.account_id as account, s.problem_id as problem, s.kind, s.is_chair as "isChair",
      exists (
        select from arena.confirmation c where c.jurisdiction_id = s.jurisdiction_id and c.problem_id = s.problem_id
      ) as "isConfirmed"
    from problem.problem p
    join arena.seat s on s.jurisdiction_id = p.jurisdiction_id and s.problem_id = p.id
    where p.slug = any(${[...new Set(places.map(({ slug }) => slug))]}::text[])
      and s.account_id = any(${places.map(({ account }) => account)}::uuid[])
      and s.ended_at is null`.execute(read)
  return places.map(({ slug, account }) => rows.find((row) => row.slug === slug && row.account === account))
})

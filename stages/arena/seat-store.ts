import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'

/** A seat somebody has left. What it was for is public; of a citizen the name is not. */
export type LeftSeat = {
  readonly id: Id<'seat'>
  readonly account: Id<'account'>
  readonly person: Id<'person'> | null
  readonly kind: 'politician' | 'citizen'
  readonly profile: Id<'profile'> | null
  readonly isChair: boolean
  readonly name: string
  readonly since: Temporal.Instant
  readonly endedAt: Temporal.Instant
  readonly why: 'left' | 'out-of-office'
  /** For those who lead. */
  readonly words: string
}

type OfProblem = { readonly problem: Id<'problem'> }

/** The latest first. */
export const leftSeatsOf = listsBy(
  (seat: LeftSeat & OfProblem) => seat.problem,
  async (read, problems) => {
    const { rows } = await sql<LeftSeat & OfProblem>`
      select s.problem_id as problem, s.id, s.account_id as account, s.person_id as person, s.kind, s.profile_id as profile,
        s.is_chair as "isChair", coalesce(p.name, a.name) as name, s.appointed_at as since, s.ended_at as "endedAt",
        s.ended_why as why, s.ended_words as words
      from arena.seat s
      join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
      left join directory.person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
      where s.problem_id = any(${problems}::uuid[]) and s.ended_at is not null
      order by s.ended_at desc, s.id`.execute(read)
    return rows
  },
)

/** A seat while somebody held it. */
export type HeldSeat = Pick<LeftSeat, 'id' | 'account' | 'person' | 'kind' | 'name' | 'since'> & {
  readonly endedAt: Temporal.Instant | null
}

/** Whose seats they were in this span of time, left since or not: politicians first, each by name. */
export async function seatsHeldDuring(
  read: Read,
  problem: Id<'problem'>,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<readonly HeldSeat[]> {
  const { rows } = await sql<HeldSeat>`
    select s.id, s.account_id as account, s.person_id as person, s.kind, coalesce(p.name, a.name) as name,
      s.appointed_at as since, s.ended_at as "endedAt"
    from arena.seat s
    join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
    left join directory.person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
    where s.problem_id = ${problem} and s.appointed_at < ${to} and (s.ended_at is null or s.ended_at > ${from})
    order by s.is_chair desc, s.kind desc, coalesce(p.name, a.name), s.id`.execute(read)
  return rows
}

/** Everybody who sits or has sat in the group of a case, in the order they came. */
export const everySeatOf = listsBy(
  (seat: HeldSeat & OfProblem) => seat.problem,
  async (read, problems) => {
    const { rows } = await sql<HeldSeat & OfProblem>`
      select s.problem_id as problem, s.id, s.account_id as account, s.person_id as person, s.kind,
        coalesce(p.name, a.name) as name, s.appointed_at as since, s.ended_at as "endedAt"
      from arena.seat s
      join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
      left join directory.person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
      where s.problem_id = any(${problems}::uuid[])
      order by s.appointed_at, s.is_chair desc, coalesce(p.name, a.name), s.id`.execute(read)
    return rows
  },
)

export async function endSeat(tx: Tx, id: Id<'seat'>, { why, words }: Pick<LeftSeat, 'why' | 'words'>): Promise<void> {
  await tx
    .updateTable('arena.seat')
    .set({ ended_at: tx.now, ended_why: why, ended_words: words })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

export async function markChair(tx: Tx, id: Id<'seat'>): Promise<void> {
  await tx.updateTable('arena.seat').set({ is_chair: true }).where('id', '=', id).execute()
}

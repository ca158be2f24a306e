import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { Way } from './vacancy-rules.ts'

export type { Way }

/** A seat offered to somebody, and what she said. */
export type Offer = {
  readonly number: number
  readonly account: Id<'account'>
  readonly person: Id<'person'> | null
  readonly kind: 'politician' | 'citizen'
  readonly profile: Id<'profile'> | null
  readonly isChair: boolean
  readonly way: Way
  readonly reason: string
  readonly criteria: readonly string[]
  readonly madeBy: Id<'account'>
  readonly madeAt: Temporal.Instant
  readonly answerBy: Temporal.Instant
  readonly remindedAt: Temporal.Instant | null
  readonly state: 'waiting' | 'accepted' | 'declined' | 'lapsed'
  readonly answeredAt: Temporal.Instant | null
  /** Why she said no; for those who chose her. */
  readonly words: string
}

type OfProblem = { readonly problem: Id<'problem'> }

const columns = sql<Offer & OfProblem>`
  o.problem_id as problem, o.number, o.account_id as account, o.person_id as person, o.kind, o.profile_id as profile,
  o.is_chair as "isChair", o.way, o.reason, o.criteria, o.made_by as "madeBy", o.made_at as "madeAt",
  o.answer_by as "answerBy", o.reminded_at as "remindedAt", o.state, o.answered_at as "answeredAt", o.words
  from arena.offer o`

/** All offers of one case, in the order they were made. Who was offered a seat and did not take it is nobody else's business. */
export const offersOf = listsBy(
  (offer: Offer & OfProblem) => offer.problem,
  async (read, problems) => {
    const { rows } = await sql<Offer & OfProblem>`
      select ${columns} where o.problem_id = any(${problems}::uuid[]) order by o.problem_id, o.number`.execute(read)
    return rows
  },
)

/** What waits for the yes or no of this person. */
export async function offersTo(read: Read, account: Id<'account'>): Promise<readonly (Offer & OfProblem)[]> {
  const { rows } = await sql<Offer & OfProblem>`
    select ${columns} where o.account_id = ${account} and o.state = 'waiting' order by o.answer_by, o.problem_id`.execute(
    read,
  )
  return rows
}

/** Cases in which an offer is to be brought to mind, or its time is over. */
export async function casesWithOffersBefore(read: Read, until: Temporal.Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly slug: string }>`
    select distinct p.slug
    from arena.offer o
    join problem.problem p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.problem_id
    where o.state = 'waiting' and o.answer_by <= ${until}
    order by p.slug
    limit 500`.execute(read)
  return rows.map(({ slug }) => slug)
}

export type NewOffer = Omit<Offer, 'number' | 'madeAt' | 'remindedAt' | 'state' | 'answeredAt' | 'words'>

/** Numbered within its case, under the lock of the case. */
export async function putOffer(tx: Tx, problem: Id<'problem'>, offer: NewOffer): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`
    insert into arena.offer (
      jurisdiction_id, problem_id, number, account_id, person_id, kind, profile_id, is_chair, way, reason, criteria, made_by, made_at,
      answer_by
    )
    select ${tx.jurisdiction}, ${problem}, coalesce(max(o.number), 0) + 1, ${offer.account}, ${offer.person}, ${offer.kind},
      ${offer.profile}, ${offer.isChair}, ${offer.way}, ${offer.reason}, ${[...offer.criteria]}::text[], ${offer.madeBy}, ${tx.now},
      ${offer.answerBy}
    from arena.offer o
    where o.problem_id = ${problem}
    returning number`.execute(tx)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('an insert returns its row')
  return number
}

export type OfferAnswer = { readonly state: 'accepted' | 'declined' | 'lapsed'; readonly words?: string }

export async function putAnswer(
  tx: Tx,
  problem: Id<'problem'>,
  { number, state, words = '' }: OfferAnswer & { readonly number: number },
): Promise<void> {
  await tx
    .updateTable('arena.offer')
    .set({ state, words, answered_at: tx.now })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

export async function markReminded(tx: Tx, problem: Id<'problem'>, number: number): Promise<void> {
  await tx
    .updateTable('arena.offer')
    .set({ reminded_at: tx.now })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

/** Of these cases, those in which a seat was left since; it waits for whoever fills it. */
export async function casesLeftSince(
  read: Read,
  among: readonly Id<'problem'>[],
  since: Temporal.Instant,
): Promise<readonly Id<'problem'>[]> {
  if (among.length === 0) return []
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select distinct s.problem_id as problem
    from arena.seat s
    where s.problem_id = any(${among}::uuid[]) and s.ended_at > ${since}
    order by s.problem_id`.execute(read)
  return rows.map(({ problem }) => problem)
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import type { Problem } from '../../problem/index.ts'
import { profileName, type Arena } from '../arena.ts'
import { usualAnswerDays } from '../composition/set-up-rules.ts'
import { record } from '../facts.ts'
import { applicationOf, putSeat } from '../store.ts'
import { takeOn } from '../workload/load.ts'
import * as store from './store.ts'

export type Where = { readonly problem: Problem; readonly arena: Arena }

type Offering = Omit<store.NewOffer, 'answerBy'> & { readonly gender: 'woman' | 'man' | 'other' | null }

export type CitizenOffering = Omit<Offering, 'kind' | 'person' | 'isChair'>

/**
 * Offers a citizen's seat, by choice or by lot: she is told, and says yes or no by the day. Within the transaction of the act that
 * chose her, which has asked whether the seat is free.
 */
export function offerSeat(tx: Tx, where: Where, offering: CitizenOffering): Promise<void> {
  return offer(tx, where, { ...offering, kind: 'citizen', person: null, isChair: false })
}

export type PoliticianOffering = Pick<Offering, 'account' | 'isChair' | 'reason' | 'madeBy'> & {
  readonly person: Id<'person'>
  /** Why she, who sits in as many groups as the place asks of one; '' where she does not. */
  readonly overLimit: string
}

/** The same for a politician's seat: the only way to one, so that nobody comes into one group more without a reason (R18). */
export async function offerPoliticianSeat(
  tx: Tx,
  where: Where,
  { overLimit, ...offering }: PoliticianOffering,
): Promise<Result<null, 'over-limit'>> {
  const taken = await takeOn(tx, where.problem.id, { person: offering.person, reason: overLimit })
  if (!taken.ok) return taken
  const seat = { kind: 'politician', profile: null, gender: null, way: 'chosen', criteria: [] } as const
  await offer(tx, where, { ...offering, ...seat })
  return taken
}

/** Whoever takes a seat herself has said yes by doing so. */
async function offer(tx: Tx, where: Where, { gender, ...offering }: Offering): Promise<void> {
  const { problem, arena } = where
  const days = arena.setUp?.answerDays ?? usualAnswerDays
  const answerBy = deadlineAfter(tx.now, { count: days, unit: 'working-days' }, await ownCalendar(tx))
  const number = await store.putOffer(tx, problem.id, { ...offering, answerBy })
  const { kind, profile, isChair, way, reason, criteria, account, madeBy } = offering
  await record(tx, {
    kind: 'arena.offered',
    problem: problem.id,
    public: { number, kind, profile: profileName(arena, profile), isChair, way, answerBy: answerBy.toString() },
    secret: { account, reason, criteria: [...criteria] },
    time: 'exact',
  })
  if (account === madeBy) {
    await takeSeat(tx, where, { ...offering, number, gender })
    return
  }
  await tellThese(tx, [account], {
    about: await aboutFor(tx, problem.id, account),
    stage: 'arena',
    message: way === 'drawn' ? 'told.offered-by-lot' : 'told.offered',
    values: { question: problem.question, days },
    address: 'arena.offer',
    params: { problem: problem.slug },
  })
}

type Taking = Pick<
  store.Offer,
  'number' | 'account' | 'person' | 'kind' | 'profile' | 'isChair' | 'way' | 'reason' | 'criteria' | 'madeBy'
> & { readonly gender: Offering['gender'] }

/** The yes: from now on she sits, or will when the group begins. */
export async function takeSeat(tx: Tx, { problem, arena }: Where, taking: Taking): Promise<void> {
  const { account, kind, profile, isChair, way, reason, criteria } = taking
  await store.putAnswer(tx, problem.id, { number: taking.number, state: 'accepted' })
  const seat = await putSeat(tx, problem.id, {
    account,
    person: taking.person,
    kind,
    profile,
    gender: taking.gender,
    isChair,
    reason,
    by: taking.madeBy,
    offer: taking.number,
  })
  await follow(tx, { account, about: { kind: 'problem', id: problem.id }, asAuthor: false })
  await record(tx, {
    kind: 'arena.seated',
    problem: problem.id,
    public: {
      offer: taking.number,
      kind,
      profile: profileName(arena, profile),
      isChair,
      way,
      reason,
      criteria: [...criteria],
    },
    secret: { seat, account },
    time: 'exact',
  })
}

/** Where notices about a seat belong: to her application, where she has one; a politician has none. */
export async function aboutFor(tx: Tx, problem: Id<'problem'>, account: Id<'account'>) {
  const application = await applicationOf(tx, problem, account)
  return application
    ? ({ kind: 'application', id: application.id } as const)
    : ({ kind: 'problem', id: problem } as const)
}

/** Who has to know that a seat is free: those who lead the case, and the chair once the group has begun. */
export async function fillersOf(tx: Tx, { problem, arena }: Where): Promise<readonly Id<'account'>[]> {
  const sponsors = await Promise.all(problem.sponsors.map((person) => accountOfPerson(tx, person)))
  const chair = arena.seats.find(({ isChair }) => isChair)
  return [...sponsors.flatMap((one) => one?.id ?? []), ...(arena.isConfirmed && chair ? [chair.account] : [])]
}

import { holds, isSignedIn, isStaff, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSettled, type CommitmentState } from '../rules.ts'

export const mayPledge: Policy = whoever('resident', 'organisation', 'member')
export const maySettlePledge: Policy = whoever('resident', 'organisation', 'member', 'clerk')

export type PledgeRefusal =
  | 'staff-never-pledge'
  | 'consent-first'
  | 'settled-already'
  | 'day-has-passed'
  | 'pledged-enough'
  | 'pledged-enough-today'

/** Of one person to one commitment, as long as they are open: each is told to who answers for it and to her chair. */
export const mostOpenPledges = 5

/** Of one person in 24 hours, wherever: whoever settles at once what she pledged could else go on without end. */
export const mostPledgesADay = 20

/** Associations, firms and residents bring what they can (R37). Public employees have no pledge of their own. */
export function pledge(
  {
    commitment,
    openByHer,
    inADay,
    today,
  }: {
    readonly commitment: Pick<CommitmentState, 'standing'>
    /** How many she has made to this commitment and not settled. */
    readonly openByHer: number
    /** How many she has made anywhere in the 24 hours before. */
    readonly inADay: number
    readonly today: Temporal.PlainDate
  },
  by: Temporal.PlainDate,
  actor: Actor,
): Result<SignedIn, PledgeRefusal> {
  if (isStaff(actor)) return refuse('staff-never-pledge')
  if (!isSignedIn(actor) || !mayPledge.allows(actor)) return refuse('consent-first')
  if (isSettled(commitment.standing)) return refuse('settled-already')
  if (Temporal.PlainDate.compare(by, today) < 0) return refuse('day-has-passed')
  if (openByHer >= mostOpenPledges) return refuse('pledged-enough')
  return inADay < mostPledgesADay ? accept(actor) : refuse('pledged-enough-today')
}

export type SettleRefusal = 'not-your-pledge' | 'settled-already' | 'reason-needed' | 'delivered-in-future'

export function settlePledge(
  pledge: {
    readonly pledgedBy: Id<'account'> | null
    readonly state: 'promised' | 'kept' | 'not-kept'
    readonly today: Temporal.PlainDate
  },
  words: { readonly isKept: boolean; readonly words: string; readonly deliveredOn: Temporal.PlainDate | null },
  actor: Actor,
): Result<SignedIn, SettleRefusal> {
  if (!isSignedIn(actor) || !maySettleHere(pledge.pledgedBy, actor)) return refuse('not-your-pledge')
  if (pledge.state !== 'promised') return refuse('settled-already')
  if (!words.isKept && words.words === '') return refuse('reason-needed')
  const isAhead = words.deliveredOn !== null && Temporal.PlainDate.compare(words.deliveredOn, pledge.today) > 0
  return words.isKept && isAhead ? refuse('delivered-in-future') : accept(actor)
}

export function maySettleHere(pledgedBy: Id<'account'> | null, actor: Actor): boolean {
  return holds(actor, 'clerk') || (actor.account !== null && actor.account === pledgedBy)
}

import { isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { awaited, mayContest, mayRunDesk, standsFor, type OrderState, type StandsRefusal } from './rules.ts'

/** An answer to an order, and what somebody has against it. */

export type GiveRefusal =
  | StandsRefusal
  | 'nobody-named'
  | 'answered-already'
  | 'only-who-was-named'
  | 'only-the-desk-enters'
  | 'must-have-approved'

export type Giving = { readonly by: SignedIn; readonly answerer: number; readonly isEntered: boolean }

/** She who was named answers. For somebody outside who has no account the desk enters it, once she has seen the words. */
export function give(
  order: OrderState,
  { hasApproved }: { readonly hasApproved: boolean },
  actor: Actor,
): Result<Giving, GiveRefusal> {
  const stands = standsFor(order)
  if (!stands.ok) return stands
  if (order.answerers.length === 0) return refuse('nobody-named')
  const due = awaited(order)
  if (!due) return refuse('answered-already')
  if (!isSignedIn(actor)) return refuse('only-who-was-named')
  if (due.account !== null)
    return due.account === actor.account
      ? accept({ by: actor, answerer: due.number, isEntered: false })
      : refuse('only-who-was-named')
  if (!mayRunDesk.allows(actor)) return refuse('only-the-desk-enters')
  return hasApproved ? accept({ by: actor, answerer: due.number, isEntered: true }) : refuse('must-have-approved')
}

export type ContestRefusal =
  | 'consent-first'
  | 'staff-never-contest'
  | 'no-such-answer'
  | 'reason-needed'
  | 'source-needed'
  | 'own-answer'
  | 'contested-already'

export type Contesting = { readonly finding: number; readonly reason: string; readonly source: string }

/** Members and residents alike, with a reason and a source one can look up. */
export function contest(
  order: OrderState,
  { finding, reason, source }: Contesting,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly finding: Id<'finding'> }, ContestRefusal> {
  if (isStaff(actor)) return refuse('staff-never-contest')
  if (!isSignedIn(actor) || !mayContest.allows(actor)) return refuse('consent-first')
  const contested = order.findings.find(({ number }) => number === finding)
  if (!contested || order.isTold) return refuse('no-such-answer')
  if (contested.by === actor.account) return refuse('own-answer')
  if (reason === '') return refuse('reason-needed')
  if (source === '') return refuse('source-needed')
  const isTwice = order.objections.some(
    (one) => one.finding === contested.id && one.by === actor.account && !one.isSettled,
  )
  return isTwice ? refuse('contested-already') : accept({ by: actor, finding: contested.id })
}

export type SettleRefusal = 'no-such-objection' | 'only-who-contested' | 'settled-already'

/** Nobody says for her that it is settled: neither the one she contests nor the desk. */
export function settle(order: OrderState, objection: number, actor: Actor): Result<SignedIn, SettleRefusal> {
  const one = order.objections.find(({ number }) => number === objection)
  if (!one) return refuse('no-such-objection')
  if (!isSignedIn(actor) || one.by !== actor.account) return refuse('only-who-contested')
  return one.isSettled ? refuse('settled-already') : accept(actor)
}

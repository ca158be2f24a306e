import {
  holds,
  holdsIn,
  isSignedIn,
  isStaff,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayOrder: Policy = whoever('member')
/** The desk brings those who know and those who ask together. It answers nothing itself, but for somebody outside. */
export const mayRunDesk: Policy = whoever('clerk', 'facilitator')
export const mayGive: Policy = whoever('officer', 'organisation', 'clerk', 'facilitator')
export const mayContest: Policy = whoever('resident', 'organisation', 'member', 'politician')
/** The finer rule says who: she who ordered it is one of them. */
export const mayWithdraw: Policy = whoever('member', 'clerk', 'facilitator')

/** How soon a fact can be needed, in working days. */
export const wantedWithin = ['5', '10', '20', '40'] as const

/** From where an answer comes. The first five are what a balanced picture has. */
export const sides = ['administration', 'research', 'association', 'firm', 'users', 'other'] as const
export type Side = (typeof sides)[number]

export type AnswererKind = 'officer' | 'organisation' | 'outside'

export type AnswererState = {
  readonly number: number
  readonly kind: AnswererKind
  readonly account: Id<'account'> | null
}
export type FindingState = {
  readonly id: Id<'finding'>
  readonly number: number
  readonly answerer: number | null
  readonly by: Id<'account'> | null
}
export type ObjectionState = {
  readonly finding: Id<'finding'>
  readonly number: number
  readonly by: Id<'account'>
  readonly isSettled: boolean
}

/** What a rule has to know of an order: who gave it, who is to answer, what was answered and what was said against it. */
export type OrderState = {
  readonly problem: Id<'problem'>
  readonly orderedBy: Id<'account'> | null
  readonly isTold: boolean
  readonly isWithdrawn: boolean
  readonly mergedInto: Id<'evidence'> | null
  /** In the order they were named; the last one is to answer. */
  readonly answerers: readonly AnswererState[]
  readonly findings: readonly FindingState[]
  readonly objections: readonly ObjectionState[]
}

export type OrderStanding = 'withdrawn' | 'merged' | 'contested' | 'beside' | 'answered' | 'named' | 'ordered'

/**
 * A contested answer stays contested until the one who contested it says that it is settled, or until a second
 * answer stands beside it: then both stay, and it is for the reader to weigh them.
 */
export function orderStanding(order: OrderState): OrderStanding {
  if (order.isWithdrawn) return 'withdrawn'
  if (order.mergedInto !== null) return 'merged'
  if (order.findings.length === 0) return order.answerers.length > 0 ? 'named' : 'ordered'
  const open = order.objections.filter((one) => !one.isSettled)
  if (open.length === 0) return 'answered'
  return open.some((one) => !hasAnotherAfter(order, one.finding)) ? 'contested' : 'beside'
}

function hasAnotherAfter({ findings }: OrderState, contested: Id<'finding'>): boolean {
  const number = findings.find(({ id }) => id === contested)?.number ?? 0
  return findings.some((one) => one.number > number)
}

/** Who is to answer now: the last one named, while she has not. */
export function awaited(order: OrderState): AnswererState | undefined {
  if (order.isWithdrawn || order.mergedInto !== null) return undefined
  const last = order.answerers.at(-1)
  return last && !order.findings.some(({ answerer }) => answerer === last.number) ? last : undefined
}

export type OrderRefusal = 'only-members-order' | 'group-not-confirmed' | 'told'

export type Ground = {
  readonly problem: Id<'problem'>
  readonly isTold: boolean
  readonly isGroupConfirmed: boolean
}

/** Members order, politicians and citizens as equals (R16). Who is no member can ask a question. */
export function order({ problem, isTold, isGroupConfirmed }: Ground, actor: Actor): Result<SignedIn, OrderRefusal> {
  if (isTold) return refuse('told')
  if (isStaff(actor) || !isSignedIn(actor) || !holdsIn(actor, problem, 'member')) return refuse('only-members-order')
  return isGroupConfirmed ? accept(actor) : refuse('group-not-confirmed')
}

export type StandsRefusal = 'withdrawn' | 'merged'
/** What is withdrawn or goes on in another order takes no more acts. */
export function standsFor(order: OrderState): Result<null, StandsRefusal> {
  if (order.isWithdrawn) return refuse('withdrawn')
  return order.mergedInto === null ? accept(null) : refuse('merged')
}

export type WithdrawRefusal = StandsRefusal | 'not-yours-to-withdraw' | 'answered-already' | 'reason-needed'

/** She who ordered it, or the desk; with a reason everybody reads. What was answered stays. */
export function withdraw(order: OrderState, reason: string, actor: Actor): Result<SignedIn, WithdrawRefusal> {
  const stands = standsFor(order)
  if (!stands.ok) return stands
  if (!isSignedIn(actor) || !isHersOrTheDesks(order, actor)) return refuse('not-yours-to-withdraw')
  if (order.findings.length > 0) return refuse('answered-already')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}

function isHersOrTheDesks(order: OrderState, actor: SignedIn): boolean {
  return order.orderedBy === actor.account || holds(actor, 'clerk', 'facilitator')
}

export type PartRefusal = 'not-merged' | 'not-yours-to-part'

/** She who ordered it knows best whether it was the same: she takes it apart again, and so may the desk. */
export function part(order: OrderState, actor: Actor): Result<SignedIn, PartRefusal> {
  if (order.mergedInto === null) return refuse('not-merged')
  return isSignedIn(actor) && isHersOrTheDesks(order, actor) ? accept(actor) : refuse('not-yours-to-part')
}

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
export type NameRefusal =
  | StandsRefusal
  | 'only-the-desk'
  | 'not-an-officer'
  | 'answered-already'
  | 'day-has-passed'
  | 'say-why-later'
  | 'outside-incomplete'

/** The person the desk names, and until when she is to answer. */
export type Naming = {
  readonly kind: AnswererKind
  /** Whether the account named is an officer's, or an organisation's that declared what it wants in this case. */
  readonly isKnown: boolean
  readonly outside: {
    readonly name: string
    readonly position: string
    readonly interest: string
    readonly hasAgreed: boolean
  }
  readonly dueAt: Temporal.Instant
  readonly wantedBy: Temporal.Instant | null
  readonly laterWords: string
}

export function name(
  order: OrderState,
  naming: Naming,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, NameRefusal> {
  const stands = standsFor(order)
  if (!stands.ok) return stands
  if (!isSignedIn(actor) || !mayRunDesk.allows(actor)) return refuse('only-the-desk')
  // A second one is asked only where somebody contests the first.
  if (orderStanding(order) === 'answered') return refuse('answered-already')
  if (naming.kind !== 'outside' && !naming.isKnown) return refuse('not-an-officer')
  if (naming.kind === 'outside' && !isComplete(naming.outside)) return refuse('outside-incomplete')
  if (Temporal.Instant.compare(naming.dueAt, now) <= 0) return refuse('day-has-passed')
  const isLater = naming.wantedBy !== null && Temporal.Instant.compare(naming.dueAt, naming.wantedBy) > 0
  // The first answer is due when it is needed; a later one, after an objection, has no such day.
  if (isLater && order.findings.length === 0 && naming.laterWords === '') return refuse('say-why-later')
  return accept(actor)
}

/** Nobody outside is named without what she wants in the matter and without having agreed to stand here. */
function isComplete({ name, position, interest, hasAgreed }: Naming['outside']): boolean {
  return name !== '' && position !== '' && interest !== '' && hasAgreed
}

function standsFor(order: OrderState): Result<null, StandsRefusal> {
  if (order.isWithdrawn) return refuse('withdrawn')
  return order.mergedInto === null ? accept(null) : refuse('merged')
}

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

export type MergeRefusal =
  | StandsRefusal
  | 'only-the-desk'
  | 'answered-already'
  | 'into-itself'
  | 'target-does-not-stand'
  | 'reason-needed'

/** The desk finds that two orders ask for the same: one answer reaches both who ordered. */
export function merge(
  from: OrderState & { readonly id: Id<'evidence'> },
  into: OrderState & { readonly id: Id<'evidence'> },
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Result<SignedIn, MergeRefusal> {
  const stands = standsFor(from)
  if (!stands.ok) return stands
  if (!isSignedIn(actor) || !mayRunDesk.allows(actor)) return refuse('only-the-desk')
  if (from.findings.length > 0) return refuse('answered-already')
  if (from.id === into.id) return refuse('into-itself')
  if (into.isWithdrawn || into.mergedInto !== null || into.problem !== from.problem)
    return refuse('target-does-not-stand')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}

export type PartRefusal = 'not-merged' | 'not-yours-to-part'

/** She who ordered it knows best whether it was the same: she takes it apart again, and so may the desk. */
export function part(order: OrderState, actor: Actor): Result<SignedIn, PartRefusal> {
  if (order.mergedInto === null) return refuse('not-merged')
  return isSignedIn(actor) && isHersOrTheDesks(order, actor) ? accept(actor) : refuse('not-yours-to-part')
}

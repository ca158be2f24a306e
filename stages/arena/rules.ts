import {
  holds,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type Role,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSponsor } from '../problem/rules.ts'

export const mayApply: Policy = signedIn
/** Politicians and staff reach the page; the rule says that staff only read. */
export const mayLead: Policy = whoever('politician', 'body-chair', 'clerk', 'facilitator', 'officer', 'administrator')
export const mayReadApplications: Policy = whoever('politician', 'body-chair', 'clerk', 'facilitator')

/** What a rule has to know: whether the mandate stands, who leads, and how far recruiting has come. */
export type ArenaState = {
  readonly isMandateAdopted: boolean
  readonly parentBody: Id<'body'> | null
  readonly sponsors: readonly Id<'person'>[]
  /** What was prepared before the call: `confirmedAt` is null until those who lead say that it is right. */
  readonly setUp:
    | { readonly confirmedAt: Temporal.Instant | null; readonly forgetOn: Temporal.PlainDate | null }
    | undefined
  readonly call: { readonly closesAt: Temporal.Instant } | null
  readonly isConfirmed: boolean
}

export type SeatState = {
  readonly problem: Id<'problem'>
  readonly kind: 'politician' | 'citizen'
  readonly isChair: boolean
  /** Whether the group was confirmed: before that a seat is a promise of one. */
  readonly isConfirmed: boolean
}

/**
 * What a seat lets its holder do: every seat is a member's, politicians stand equal (R16). Until the group is confirmed nobody
 * acts for it; whoever is to lead it prepares. A politician's seat is hers while she is one.
 */
export function rolesOf({ problem, kind, isChair, isConfirmed }: SeatState, actor: Actor): readonly Role[] {
  if (kind === 'politician' && !holds(actor, 'politician')) return []
  if (!isConfirmed) return isChair ? [{ name: 'arena-chair-elect', scope: problem }] : []
  const member: Role = { name: 'member', scope: problem }
  return isChair ? [member, { name: 'arena-chair', scope: problem }] : [member]
}

/** The politicians who took the problem up, and the chair of the body the mandate names, choose the group. */
export function leads(arena: ArenaState, actor: Actor): boolean {
  if (isStaff(actor) || !isSignedIn(actor)) return false
  const isChair = actor.roles.some(({ name, scope }) => name === 'body-chair' && scope === arena.parentBody)
  return isSponsor(arena, actor) || isChair
}

export type LeadRefusal = 'staff-never-choose' | 'not-yours-to-lead' | 'no-mandate' | 'confirmed-already'

/** Those who choose, while there is still something to choose. */
export function leading(arena: ArenaState, actor: Actor): Result<SignedIn, LeadRefusal> {
  if (isStaff(actor)) return refuse('staff-never-choose')
  if (!isSignedIn(actor) || !leads(arena, actor)) return refuse('not-yours-to-lead')
  if (!arena.isMandateAdopted) return refuse('no-mandate')
  if (arena.isConfirmed) return refuse('confirmed-already')
  return accept(actor)
}

export type OpenCallRefusal = LeadRefusal | 'call-open-already' | 'not-set-up' | 'closes-too-soon' | 'closes-too-late'

export function openCall(
  arena: ArenaState,
  { closesAt, until }: { readonly closesAt: Temporal.Instant; readonly until: Temporal.PlainDate },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, OpenCallRefusal> {
  const allowed = leading(arena, actor)
  if (!allowed.ok) return allowed
  if (arena.call) return refuse('call-open-already')
  const forgetOn = arena.setUp?.confirmedAt ? arena.setUp.forgetOn : null
  if (forgetOn === null) return refuse('not-set-up')
  if (Temporal.Instant.compare(closesAt, now) <= 0) return refuse('closes-too-soon')
  if (Temporal.PlainDate.compare(until, forgetOn) >= 0) return refuse('closes-too-late')
  return allowed
}

/** A seat that is kept for organisations which stand in the register with what they can bring. */
export type KeptRefusal = 'for-organisations' | 'declare-first'

export type ApplyRefusal =
  | 'sign-in-first'
  | 'say-who-you-are-first'
  | 'politicians-are-seated'
  | 'staff-never-sit'
  | 'no-call'
  | 'call-closed'
  | 'applied-already'
  | 'no-such-profile'
  | 'address-needed'
  | KeptRefusal

/**
 * Anyone tied to the place, also without living there (R11). Politicians take the political seats; public employees serve the
 * group, and in a citizen's seat would be counted as one without a voice.
 */
export function apply(
  arena: ArenaState,
  {
    hasApplied,
    isProfile,
    isAddressMissing = false,
    notKept = null,
  }: {
    readonly hasApplied: boolean
    readonly isProfile: boolean
    readonly isAddressMissing?: boolean
    /** The seat is kept for others. */
    readonly notKept?: KeptRefusal | null
  },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, ApplyRefusal> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  if (!holds(actor, 'resident', 'organisation')) return refuse('say-who-you-are-first')
  if (isStaff(actor)) return refuse('staff-never-sit')
  if (holds(actor, 'politician')) return refuse('politicians-are-seated')
  if (!arena.call) return refuse('no-call')
  if (Temporal.Instant.compare(now, arena.call.closesAt) >= 0 || arena.isConfirmed) return refuse('call-closed')
  if (hasApplied) return refuse('applied-already')
  if (!isProfile) return refuse('no-such-profile')
  if (notKept) return refuse(notKept)
  if (isAddressMissing) return refuse('address-needed')
  return accept(actor)
}

export type ChangeRefusal =
  | 'sign-in-first'
  | 'no-such-application'
  | 'answered-already'
  | 'call-closed'
  | 'no-such-profile'
  | KeptRefusal

/** Hers to change until the call closes, as long as nobody has answered it. */
export function changeApplication(
  arena: ArenaState,
  {
    state,
    isProfile,
    notKept = null,
    isEarlier = false,
  }: {
    readonly state: ApplicationState | undefined
    readonly isProfile: boolean
    readonly notKept?: KeptRefusal | null
    /** Written before the call was opened again. */
    readonly isEarlier?: boolean
  },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, ChangeRefusal> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  if (state === undefined || state === 'withdrawn') return refuse('no-such-application')
  if (state !== 'waiting') return refuse('answered-already')
  const isOpen = arena.call !== null && Temporal.Instant.compare(now, arena.call.closesAt) < 0
  if (!isOpen || arena.isConfirmed || isEarlier) return refuse('call-closed')
  if (!isProfile) return refuse('no-such-profile')
  if (notKept) return refuse(notKept)
  return accept(actor)
}

export type WithdrawRefusal = 'sign-in-first' | 'no-such-application' | 'answered-already'

/** Until it is answered; after the answer there is an offer to say no to, or nothing. */
export function withdrawApplication(
  state: ApplicationState | undefined,
  actor: Actor,
): Result<SignedIn, WithdrawRefusal> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  if (state === undefined || state === 'withdrawn') return refuse('no-such-application')
  if (state !== 'waiting') return refuse('answered-already')
  return accept(actor)
}

export type ApplicationState = 'waiting' | 'selected' | 'not-selected' | 'withdrawn'

export type SeatRefusal = 'reason-needed' | 'seated-already' | 'no-account' | 'chair-taken' | 'no-seat-free'

/** Whether this politician can be offered a seat; that the actor fills seats has been asked before. */
export function seatPolitician(
  politician: {
    readonly hasAccount: boolean
    /** Or has been offered a seat. */
    readonly isSeated: boolean
    readonly isChair: boolean
    readonly isChairTaken: boolean
    /** Null where nobody has said how many political seats there are. */
    readonly free: number | null
  },
  { actor, reason }: { readonly actor: SignedIn; readonly reason: string },
): Result<SignedIn, SeatRefusal> {
  if (reason.trim() === '') return refuse('reason-needed')
  if (!politician.hasAccount) return refuse('no-account')
  if (politician.isSeated) return refuse('seated-already')
  if (politician.isChair && politician.isChairTaken) return refuse('chair-taken')
  if (politician.free === 0) return refuse('no-seat-free')
  return accept(actor)
}

export type ConfirmRefusal =
  | LeadRefusal
  | 'draw-goes-on'
  | 'chair-missing'
  | 'waiting-applications'
  | 'waiting-offers'
  | 'rule-not-met'

/** `missing` comes from `missingFrom`: the group begins when nothing is missing, or with a reason why it may. */
export function confirm(
  arena: ArenaState,
  group: {
    readonly missing: number
    readonly hasChair: boolean
    /** Applications without an answer. */
    readonly waiting: number
    /** Offers without one. */
    readonly asked: number
    /** A list is locked and its panel not drawn. */
    readonly isDrawing: boolean
  },
  { actor, exception }: { readonly actor: Actor; readonly exception: string },
): Result<SignedIn, ConfirmRefusal> {
  const allowed = leading(arena, actor)
  if (!allowed.ok) return allowed
  if (group.isDrawing) return refuse('draw-goes-on')
  if (!group.hasChair) return refuse('chair-missing')
  if (group.waiting > 0) return refuse('waiting-applications')
  if (group.asked > 0) return refuse('waiting-offers')
  if (group.missing > 0 && exception.trim() === '') return refuse('rule-not-met')
  return allowed
}

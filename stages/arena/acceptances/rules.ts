import {
  holds,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { leads, type ArenaState } from '../rules.ts'

/** A seat is offered to somebody and hers to take or to leave. */
export const mayAnswer: Policy = signedIn
export const mayLeave: Policy = signedIn
/** Those who fill seats; clerks and facilitators see what they have to remind them of. */
export const maySeeVacancies: Policy = whoever('politician', 'body-chair', 'clerk', 'facilitator')

export type FillRefusal = 'staff-never-choose' | 'not-yours-to-lead' | 'no-mandate'

/** Those who lead fill seats before the group begins; afterwards so does its chair. */
export function fills(arena: ArenaState, problem: Id<'problem'>, actor: Actor): boolean {
  if (isStaff(actor) || !isSignedIn(actor)) return false
  const chairs = actor.roles.some(({ name, scope }) => name === 'arena-chair' && scope === problem)
  return leads(arena, actor) || (arena.isConfirmed && chairs)
}

export function fill(arena: ArenaState, problem: Id<'problem'>, actor: Actor): Result<SignedIn, FillRefusal> {
  if (isStaff(actor)) return refuse('staff-never-choose')
  if (!isSignedIn(actor) || !fills(arena, problem, actor)) return refuse('not-yours-to-lead')
  if (!arena.isMandateAdopted) return refuse('no-mandate')
  return accept(actor)
}

export type OfferState = {
  readonly account: Id<'account'>
  readonly kind: 'politician' | 'citizen'
  readonly answerBy: Temporal.Instant
  readonly state: 'waiting' | 'accepted' | 'declined' | 'lapsed'
}

export type AnswerOfferRefusal = 'no-offer' | 'answer-too-late' | 'no-politician-any-more' | 'staff-never-sit'

/** Yes or no, by the day; a no is always taken. */
export function answerOffer(
  offer: OfferState | undefined,
  { isYes }: { readonly isYes: boolean },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, AnswerOfferRefusal> {
  if (!isSignedIn(actor) || offer?.account !== actor.account || offer.state !== 'waiting') return refuse('no-offer')
  if (Temporal.Instant.compare(now, offer.answerBy) > 0) return refuse('answer-too-late')
  if (isYes && offer.kind === 'politician' && !holds(actor, 'politician')) return refuse('no-politician-any-more')
  if (isYes && offer.kind === 'citizen' && isStaff(actor)) return refuse('staff-never-sit')
  return accept(actor)
}

/** Two days before its end somebody who has not answered is reminded, once. */
export const remindBefore = { hours: 48 } as const

export type OfferStep = 'remind' | 'lapse' | 'nothing'

/**
 * What the worker does with an offer that waits: silence after the day is a no. An answer that staff wrote down in time is no
 * silence: the offer is kept for it until a second one has had time to confirm it.
 */
export function stepOf(
  {
    answerBy,
    heldUntil = null,
    remindedAt,
    madeAt,
  }: {
    readonly answerBy: Temporal.Instant
    /** Null where no answer is written down. */
    readonly heldUntil?: Temporal.Instant | null
    readonly remindedAt: Temporal.Instant | null
    readonly madeAt: Temporal.Instant
  },
  now: Temporal.Instant,
): OfferStep {
  if (Temporal.Instant.compare(now, heldUntil ?? answerBy) > 0) return 'lapse'
  if (heldUntil !== null) return 'nothing'
  const from = answerBy.subtract(remindBefore)
  // Who was asked only then has just read it.
  const isShort = Temporal.Instant.compare(madeAt, from) >= 0
  return !isShort && remindedAt === null && Temporal.Instant.compare(now, from) >= 0 ? 'remind' : 'nothing'
}

export type LeaveRefusal = 'no-seat'

/** With a reason or without: nobody has to stay. */
export function leave(
  seat: { readonly account: Id<'account'> } | undefined,
  actor: Actor,
): Result<SignedIn, LeaveRefusal> {
  if (!isSignedIn(actor) || seat?.account !== actor.account) return refuse('no-seat')
  return accept(actor)
}

export type VacateRefusal = FillRefusal | 'no-seat' | 'still-in-office'

/** A politician's seat is hers while she is one; when she is not, those who lead say that it is free. */
export function vacate(
  arena: ArenaState,
  seat: { readonly kind: 'politician' | 'citizen'; readonly isInOffice: boolean } | undefined,
  { actor, problem }: { readonly actor: Actor; readonly problem: Id<'problem'> },
): Result<SignedIn, VacateRefusal> {
  const allowed = fill(arena, problem, actor)
  if (!allowed.ok) return allowed
  if (seat === undefined) return refuse('no-seat')
  if (seat.kind === 'citizen' || seat.isInOffice) return refuse('still-in-office')
  return allowed
}

export type NameChairRefusal =
  | FillRefusal
  | 'no-seat'
  | 'chair-taken'
  | 'only-politicians-chair'
  | 'no-politician-any-more'

/** When the chair has left, another politician of the group can lead it. */
export function nameChair(
  arena: ArenaState,
  {
    seat,
    hasChair,
  }: {
    readonly seat: { readonly kind: 'politician' | 'citizen'; readonly isInOffice: boolean } | undefined
    readonly hasChair: boolean
  },
  { actor, problem }: { readonly actor: Actor; readonly problem: Id<'problem'> },
): Result<SignedIn, NameChairRefusal> {
  const allowed = fill(arena, problem, actor)
  if (!allowed.ok) return allowed
  if (hasChair) return refuse('chair-taken')
  if (seat === undefined) return refuse('no-seat')
  if (seat.kind === 'citizen') return refuse('only-politicians-chair')
  if (!seat.isInOffice) return refuse('no-politician-any-more')
  return allowed
}

import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Those who talk to residents and keep the papers; who chooses is another matter. */
export const mayRecord: Policy = whoever('clerk', 'facilitator')

export const ways = ['phone', 'paper', 'desk'] as const
export type Way = (typeof ways)[number]

export type CallState = { readonly closesAt: Temporal.Instant } | null

/** How many one of staff writes down in 24 hours, over all cases; the database holds the same number. */
export const mostADay = 40

export type RecordAsked = {
  readonly isProfile: boolean
  /** The same name with the same address or telephone stands here already. */
  readonly isKnown: boolean
  /** She can be reached at all. */
  readonly isReachable: boolean
  /** How many the same one of staff wrote down in the last 24 hours. */
  readonly writtenToday: number
}

type Asking = { readonly actor: Actor; readonly now: Temporal.Instant }

export type RecordRefusal =
  | 'only-staff'
  | 'no-call'
  | 'call-closed'
  | 'no-such-profile'
  | 'address-or-phone'
  | 'recorded-already'
  | 'enough-today'

export function recordApplication(
  { call, isConfirmed }: { readonly call: CallState; readonly isConfirmed: boolean },
  { isProfile, isKnown, isReachable, writtenToday }: RecordAsked,
  { actor, now }: Asking,
): Result<SignedIn, RecordRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (!call) return refuse('no-call')
  if (isConfirmed || Temporal.Instant.compare(now, call.closesAt) >= 0) return refuse('call-closed')
  if (!isProfile) return refuse('no-such-profile')
  if (!isReachable) return refuse('address-or-phone')
  if (isKnown) return refuse('recorded-already')
  if (writtenToday >= mostADay) return refuse('enough-today')
  return accept(actor)
}

export type StaffRecordState = {
  readonly state: 'waiting' | 'confirmed' | 'returned'
  readonly recordedBy: Id<'account'>
  readonly isErased: boolean
}

export type DecideRefusal =
  | 'only-staff'
  | 'erased-already'
  | 'second-person'
  | 'decided-already'
  | 'group-confirmed'
  | 'why-needed'

/**
 * Two people of staff stand behind each application that came without a computer. What was written down in time is still confirmed
 * after the call has closed, until the group is; sent back also later, or it would wait for good and keep its words.
 */
export function decideRecord(
  { state, recordedBy, isErased }: StaffRecordState,
  { isConfirmed, why }: { readonly isConfirmed: boolean; readonly why: string | null },
  actor: Actor,
): Result<SignedIn, DecideRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (actor.account === recordedBy) return refuse('second-person')
  if (state !== 'waiting') return refuse('decided-already')
  if (isErased) return refuse('erased-already')
  if (isConfirmed && why === null) return refuse('group-confirmed')
  if (why !== null && why.trim() === '') return refuse('why-needed')
  return accept(actor)
}

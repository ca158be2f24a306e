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

export const mayRun: Policy = whoever('arena-chair', 'facilitator', 'clerk')
export const mayPrepare: Policy = whoever('arena-chair', 'arena-chair-elect', 'facilitator', 'clerk')

/** What a rule has to know of a meeting. */
export type MeetingState = {
  readonly state: 'called' | 'cancelled'
  readonly startsAt: Temporal.Instant | null
}

export type Plan = {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isOpen: boolean
  readonly closedGround: string
}

/** The chair of this arena, or the secretariat of the place. Both prepare and run; neither decides alone. */
export function runs(actor: Actor, problem: Id<'problem'>): actor is SignedIn {
  const isChair = holdsIn(actor, problem, 'arena-chair')
  return isSignedIn(actor) && (isChair || holdsIn(actor, actor.jurisdiction, 'facilitator', 'clerk'))
}

/** Calling and planning begin before the group does: whoever is to chair it prepares its first meeting. */
export function prepares(actor: Actor, problem: Id<'problem'>): actor is SignedIn {
  return runs(actor, problem) || (isSignedIn(actor) && holdsIn(actor, problem, 'arena-chair-elect'))
}

export type PlanRefusal = 'not-yours-to-run' | 'ends-before-start' | 'too-long-meeting' | 'ground-needed'

const longest = Temporal.Duration.from({ hours: 72 }) // a convention's weekend

export function call(problem: Id<'problem'>, plan: Plan, actor: Actor): Result<SignedIn, PlanRefusal> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (Temporal.Instant.compare(plan.endsAt, plan.startsAt) <= 0) return refuse('ends-before-start')
  if (Temporal.Duration.compare(plan.startsAt.until(plan.endsAt), longest) > 0) return refuse('too-long-meeting')
  if (!plan.isOpen && plan.closedGround === '') return refuse('ground-needed')
  return accept(actor)
}

export type ChangeRefusal = PlanRefusal | 'is-cancelled' | 'has-begun'

/** What people have in their calendars is changed in the open, and only until it begins. */
export function change(
  problem: Id<'problem'>,
  { meeting, plan }: { readonly meeting: MeetingState; readonly plan: Plan },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, ChangeRefusal> {
  const allowed = call(problem, plan, actor)
  if (!allowed.ok) return allowed
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  if (hasBegun(meeting, now)) return refuse('has-begun')
  return allowed
}

export type CancelRefusal = 'not-yours-to-run' | 'is-cancelled' | 'has-begun' | 'reason-needed'

export function cancel(
  problem: Id<'problem'>,
  { meeting, reason }: { readonly meeting: MeetingState; readonly reason: string },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, CancelRefusal> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  if (hasBegun(meeting, now)) return refuse('has-begun')
  if (reason === '') return refuse('reason-needed')
  return accept(actor)
}

export type MinutesRefusal = 'not-yours-to-run' | 'group-not-confirmed' | 'is-cancelled' | 'not-begun'

/** Minutes tell what happened: before it began nothing has, and a group that is not confirmed has not met. */
export function writeMinutes(
  problem: Id<'problem'>,
  meeting: MeetingState,
  {
    actor,
    now,
    isGroupConfirmed,
  }: { readonly actor: Actor; readonly now: Temporal.Instant; readonly isGroupConfirmed: boolean },
): Result<{ readonly by: Id<'account'>; readonly isStaff: boolean }, MinutesRefusal> {
  if (!runs(actor, problem)) return refuse('not-yours-to-run')
  if (!isGroupConfirmed) return refuse('group-not-confirmed')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  if (!hasBegun(meeting, now)) return refuse('not-begun')
  return accept({ by: actor.account, isStaff: isStaff(actor) && !holds(actor, 'arena-chair') })
}

export function hasBegun({ startsAt }: Pick<MeetingState, 'startsAt'>, now: Temporal.Instant): boolean {
  return startsAt !== null && Temporal.Instant.compare(startsAt, now) <= 0
}

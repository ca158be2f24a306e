import {
  holds,
  holdsIn,
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

export const mayOpen: Policy = whoever('member')
export const mayJoin: Policy = signedIn

/** What a rule has to know of the case a group is opened in. */
export type CaseState = { readonly id: Id<'problem'>; readonly mergedInto: Id<'problem'> | null }

/** What a rule has to know of a working group. */
export type GroupState = {
  readonly problem: Id<'problem'>
  readonly endsOn: Temporal.PlainDate
  readonly openedBy: Id<'account'>
  readonly isClosed: boolean
}

export type OpenRefusal = 'only-members' | 'goes-on-elsewhere' | 'ends-too-soon'

/** Whoever sits in the confirmed group asks others to work on a part of it with them. */
export function openGroup(
  problem: CaseState,
  endsOn: Temporal.PlainDate,
  { actor, today }: { readonly actor: Actor; readonly today: Temporal.PlainDate },
): Result<SignedIn, OpenRefusal> {
  if (!isSignedIn(actor) || !holdsIn(actor, problem.id, 'member')) return refuse('only-members')
  if (problem.mergedInto !== null) return refuse('goes-on-elsewhere')
  return Temporal.PlainDate.compare(endsOn, today) <= 0 ? refuse('ends-too-soon') : accept(actor)
}

export function isJoinable({ endsOn, isClosed }: GroupState, today: Temporal.PlainDate): boolean {
  return !isClosed && Temporal.PlainDate.compare(today, endsOn) <= 0
}

export type JoinRefusal =
  | 'sign-in-first'
  | 'say-who-you-are-first'
  | 'staff-never-join'
  | 'group-ended'
  | 'in-group-already'

/** Anyone who has said who she is, an organisation too, seat or no seat (R15). Public employees serve it and are not counted in it. */
export function joinGroup(
  group: GroupState,
  { isIn }: { readonly isIn: boolean },
  { actor, today }: { readonly actor: Actor; readonly today: Temporal.PlainDate },
): Result<SignedIn, JoinRefusal> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  if (isStaff(actor)) return refuse('staff-never-join')
  if (!holds(actor, 'resident', 'organisation', 'politician')) return refuse('say-who-you-are-first')
  if (isIn) return refuse('in-group-already')
  return isJoinable(group, today) ? accept(actor) : refuse('group-ended')
}

/** Leaving, and showing one's name or no more, is hers alone and at any time. */
export function inGroup({ isIn }: { readonly isIn: boolean }, actor: Actor): Result<SignedIn, 'not-in-group'> {
  return isSignedIn(actor) && isIn ? accept(actor) : refuse('not-in-group')
}

export type ReportRefusal = 'not-in-group' | 'group-closed'

/** Whoever is in the group reports for it, also after the last day on which one could join. */
export function reportForGroup(
  group: GroupState,
  { isIn }: { readonly isIn: boolean },
  actor: Actor,
): Result<SignedIn, ReportRefusal> {
  const allowed = inGroup({ isIn }, actor)
  if (!allowed.ok) return allowed
  return group.isClosed ? refuse('group-closed') : allowed
}

export type CloseRefusal = 'not-yours-to-close' | 'group-closed'

/** Closed by the chair, or by whoever of the arena's members opened it. */
export function closeGroup(group: GroupState, actor: Actor): Result<SignedIn, CloseRefusal> {
  if (!isSignedIn(actor)) return refuse('not-yours-to-close')
  const isHers = group.openedBy === actor.account && holdsIn(actor, group.problem, 'member')
  if (!isHers && !holdsIn(actor, group.problem, 'arena-chair')) return refuse('not-yours-to-close')
  return group.isClosed ? refuse('group-closed') : accept(actor)
}

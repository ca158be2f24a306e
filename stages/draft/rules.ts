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

export const mayWrite: Policy = whoever('member', 'facilitator')
export const mayStand: Policy = whoever('member')

/** As what somebody writes in the draft; `unknown` only in told cases. */
export type As = 'politician' | 'citizen' | 'staff' | 'unknown'

/** What a rule has to know of a case's draft. */
export type DraftState = {
  readonly problem: Id<'problem'>
  readonly isFrozen: boolean
  /** Whether there is a group yet whose text this could be. */
  readonly isGroupConfirmed: boolean
}

export type WriteRefusal = 'handed-over' | 'group-not-confirmed' | 'not-a-member'

export type Writer = { readonly who: SignedIn; readonly as: As }

/** Politicians and citizens of the group write as equals (R16); a facilitator may help, and it is always seen (R17). */
export function write({ problem, isFrozen, isGroupConfirmed }: DraftState, actor: Actor): Result<Writer, WriteRefusal> {
  if (!isSignedIn(actor)) return refuse('not-a-member')
  const as = writesAs(problem, actor)
  if (!as) return refuse('not-a-member')
  if (!isGroupConfirmed) return refuse('group-not-confirmed')
  return isFrozen ? refuse('handed-over') : accept({ who: actor, as })
}

function writesAs(problem: Id<'problem'>, actor: Actor): As | undefined {
  if (isStaff(actor)) return holds(actor, 'facilitator') ? 'staff' : undefined
  if (!holdsIn(actor, problem, 'member')) return undefined
  return actor.person === null ? 'citizen' : 'politician'
}

export type StandRefusal = 'handed-over' | 'members-only' | 'changed-meanwhile'

/** Each member has one voice, politician or citizen; staff have none. */
export function stand(
  state: DraftState & { readonly current: number },
  version: number,
  actor: Actor,
): Result<SignedIn, StandRefusal> {
  if (!isSignedIn(actor) || isStaff(actor) || !holdsIn(actor, state.problem, 'member')) return refuse('members-only')
  if (state.isFrozen) return refuse('handed-over')
  return version === state.current ? accept(actor) : refuse('changed-meanwhile')
}

export type MinorityRefusal = 'handed-over' | 'members-only' | 'only-who-disagrees'

export function writeMinorityText(
  state: DraftState & { readonly ownStand: 'agree' | 'disagree' | undefined },
  actor: Actor,
): Result<SignedIn, MinorityRefusal> {
  if (!isSignedIn(actor) || isStaff(actor) || !holdsIn(actor, state.problem, 'member')) return refuse('members-only')
  if (state.isFrozen) return refuse('handed-over')
  return state.ownStand === 'disagree' ? accept(actor) : refuse('only-who-disagrees')
}

export type AgreementKind = 'consensus' | 'majority' | 'disagreement'

/** Members, or in a told case what its source counts; null is unknown. */
export type Agreement = {
  readonly kind: AgreementKind
  readonly for: number | null
  readonly against: number | null
  readonly silent: number | null
  /** A told case: the vote in the words of its source, which often gives shares and no members. */
  readonly words?: string
}

/**
 * Agreement as it is (R26). Null while at least half of the members have not said. Consensus: nobody disagrees.
 * Majority: more than half of all members agree. Else disagreement.
 */
export function agreementOf({
  agree,
  disagree,
  members,
}: {
  readonly agree: number
  readonly disagree: number
  readonly members: number
}): Agreement | null {
  const said = agree + disagree
  if (said * 2 <= members || said === 0) return null
  const kind = disagree === 0 ? 'consensus' : agree * 2 > members ? 'majority' : 'disagreement'
  return { kind, for: agree, against: disagree, silent: members - said }
}

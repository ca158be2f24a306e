import { holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** What the group has not agreed on is between its members, and those who serve it. */
export const mayReadDrafts: Policy = whoever('member', 'facilitator', 'clerk')
export const mayDraft: Policy = whoever('member')
export const mayPutForward: Policy = whoever('arena-chair')

export type DraftState = {
  readonly isPutForward: boolean
  /** Members who stand behind it, whoever wrote it among them. */
  readonly backers: readonly Id<'account'>[]
}

export type DraftRefusal = 'only-members'

/** A member is one only in a confirmed group: her role says so. */
export function draftFraming(problem: Id<'problem'>, actor: Actor): Result<SignedIn, DraftRefusal> {
  if (!isSignedIn(actor) || !holdsIn(actor, problem, 'member')) return refuse('only-members')
  return accept(actor)
}

export type BackRefusal = DraftRefusal | 'put-forward-already'

export function backFraming(problem: Id<'problem'>, draft: DraftState, actor: Actor): Result<SignedIn, BackRefusal> {
  const allowed = draftFraming(problem, actor)
  if (allowed.ok && draft.isPutForward) return refuse('put-forward-already')
  return allowed
}

export type PutForwardRefusal = 'only-chair' | 'goes-on-elsewhere' | 'put-forward-already' | 'not-half-yet'

/** The problem, and the one it goes on in: merged, it takes no new version from anybody. */
export type PutProblem = { readonly id: Id<'problem'>; readonly mergedInto: Id<'problem'> | null }

/** The chair speaks in the group's name only for more than half of those who sit in it now. */
export function putForward(
  problem: PutProblem,
  draft: DraftState,
  { actor, members }: { readonly actor: Actor; readonly members: readonly Id<'account'>[] },
): Result<SignedIn & { readonly backers: number }, PutForwardRefusal> {
  if (!isSignedIn(actor) || !holdsIn(actor, problem.id, 'arena-chair')) return refuse('only-chair')
  if (problem.mergedInto !== null) return refuse('goes-on-elsewhere')
  if (draft.isPutForward) return refuse('put-forward-already')
  const backers = backersAmong(draft, members)
  if (backers * 2 <= members.length) return refuse('not-half-yet')
  return accept({ ...actor, backers })
}

/** Who has left the group stands behind nothing in its name. */
export function backersAmong({ backers }: DraftState, members: readonly Id<'account'>[]): number {
  return members.filter((member) => backers.includes(member)).length
}

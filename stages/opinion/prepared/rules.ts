import { isSignedIn, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isChair, mayLeadHere } from '../rules.ts'

/** Twenty are usual; nobody reads more than this before the first answer. */
export const mostPrepared = 100

export type PreparedState = {
  readonly problem: Id<'problem'>
  /** Voting has been opened: from then on nothing is prepared. */
  readonly isOpened: boolean
}

export type PrepareRefusal = 'not-yours-to-prepare' | 'opened-by-now' | 'says-nothing' | 'prepared-already' | 'too-many'

/** Members of the group, its chair among them; never staff. */
export function prepare(
  actor: Actor,
  { problem, isOpened, plainForm, isTaken, count }: PreparedState & Adding,
): Result<SignedIn, PrepareRefusal> {
  const allowed = mayPrepare(actor, { problem, isOpened })
  if (!allowed.ok) return allowed
  if (plainForm === '') return refuse('says-nothing')
  if (isTaken) return refuse('prepared-already')
  return count >= mostPrepared ? refuse('too-many') : allowed
}

export type Adding = { readonly plainForm: string; readonly isTaken: boolean; readonly count: number }

export type ChangeRefusal = 'not-yours-to-prepare' | 'opened-by-now' | 'not-prepared'

/** Her own, or any as the chair. `writtenBy` is undefined where there is none of that id. */
export function change(
  actor: Actor,
  { problem, isOpened, writtenBy }: PreparedState & { readonly writtenBy: Id<'account'> | undefined },
): Result<SignedIn, ChangeRefusal> {
  const allowed = mayPrepare(actor, { problem, isOpened })
  if (!allowed.ok) return allowed
  if (writtenBy === undefined) return refuse('not-prepared')
  return writtenBy === actor.account || isChair(problem, actor) ? allowed : refuse('not-yours-to-prepare')
}

function mayPrepare(
  actor: Actor,
  { problem, isOpened }: PreparedState,
): Result<SignedIn, 'not-yours-to-prepare' | 'opened-by-now'> {
  if (!isSignedIn(actor) || !mayLeadHere(problem, actor)) return refuse('not-yours-to-prepare')
  return isOpened ? refuse('opened-by-now') : accept(actor)
}

import { isSignedIn, signedIn, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { runs } from '../rules.ts'

/** The finer rule says who: whose task it is, and whoever runs the meetings. */
export const mayFinish: Policy = signedIn

export type TaskRefusal = 'nobody-to-do-it' | 'due-before-meeting'

/** Somebody does it, by a day that lies not before the meeting that agreed on it. */
export function agreeOnTask({
  hasOwner,
  dueOn,
  heldOn,
}: {
  readonly hasOwner: boolean
  readonly dueOn: Temporal.PlainDate
  readonly heldOn: Temporal.PlainDate | null
}): Result<null, TaskRefusal> {
  if (!hasOwner) return refuse('nobody-to-do-it')
  return heldOn && Temporal.PlainDate.compare(dueOn, heldOn) < 0 ? refuse('due-before-meeting') : accept(null)
}

export function finish(
  problem: Id<'problem'>,
  { owner, isDone }: { readonly owner: Id<'account'>; readonly isDone: boolean },
  actor: Actor,
): Result<SignedIn, 'not-your-task' | 'done-already'> {
  if (!isSignedIn(actor) || (actor.account !== owner && !runs(actor, problem))) return refuse('not-your-task')
  return isDone ? refuse('done-already') : accept(actor)
}

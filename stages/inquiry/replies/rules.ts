import { isSignedIn, isStaff, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayReply: Policy = whoever('politician')

/** Under what a politician can reply. */
export const repliable = ['idea', 'statement'] as const
export type Repliable = (typeof repliable)[number]

/** As long as one says in a breath or two: what needs more is a question with its answer. */
export const longestReply = 600

/** What a rule has to know of the thing she replies to. */
export type ReplyState = {
  readonly isTold: boolean
  /** It is there, in this case, and anybody may read it. */
  readonly isShown: boolean
  readonly isHidden: boolean
}

export type ReplyRefusal =
  | 'staff-never-replies-for-politicians'
  | 'only-politicians-reply'
  | 'told'
  | 'nothing-to-reply-to'
  | 'hidden'

/** She replies herself, by name. Nobody replies for her, and nobody to what is not there to be read. */
export function reply(
  { isTold, isShown, isHidden }: ReplyState,
  actor: Actor,
): Result<{ readonly account: Id<'account'>; readonly person: Id<'person'> }, ReplyRefusal> {
  if (isStaff(actor)) return refuse('staff-never-replies-for-politicians')
  if (!isSignedIn(actor) || actor.person === null || !mayReply.allows(actor)) return refuse('only-politicians-reply')
  if (isTold) return refuse('told')
  if (!isShown) return refuse('nothing-to-reply-to')
  return isHidden ? refuse('hidden') : accept({ account: actor.account, person: actor.person })
}

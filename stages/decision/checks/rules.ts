import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { arenaChair, type Case, type Signer } from '../rules.ts'

/** The rules of what is sent half way, of what comes back, and of what the group says to it (R30). */

/** Three weeks of working days: a committee meets in them, and the group does not stand still longer. */
export const replyWithin: DeadlineRule = { count: 15, unit: 'working-days' }

export type SendRefusal = 'only-arena-chair' | 'staff-never' | 'no-mandate' | 'no-parent-body' | 'already-handed-over'

/** Half way, the chair of the arena sends the direction of the draft to the parent body (R30). */
export function sendDirection(
  at: Case,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly to: Id<'body'> }, SendRefusal> {
  const chair = arenaChair(at.id, actor)
  if (!chair.ok) return chair
  if (!at.mandate) return refuse('no-mandate')
  if (!at.mandate.parentBody) return refuse('no-parent-body')
  if (at.isHandedOver) return refuse('already-handed-over')
  return accept({ by: chair.value, to: at.mandate.parentBody })
}

export type DirectionState = {
  readonly body: Id<'body'>
  readonly repliedBy: readonly Id<'person'>[]
  /** Party groups that have said their word. */
  readonly groupsReplied: readonly Id<'body'>[]
}

export type ReplyWords = {
  readonly questions: string
  readonly limits: string
  /** For her party group in that body, or for herself. */
  readonly isForGroup: boolean
}

export type ReplyRefusal =
  | 'staff-never'
  | 'not-in-parent-body'
  | 'already-replied'
  | 'say-something'
  | 'no-group'
  | 'group-replied'

/** `group`: the party she sits for in that body; null where she sits for none. */
export function replyToDirection(
  direction: DirectionState,
  actor: Actor & { readonly group: Id<'body'> | null },
  words: ReplyWords,
): Result<Signer & { readonly party: Id<'body'> | null }, ReplyRefusal> {
  if (isStaff(actor)) return refuse('staff-never')
  const { person, group } = actor
  if (!isSignedIn(actor) || person === null || !holdsIn(actor, direction.body, 'politician'))
    return refuse('not-in-parent-body')
  if (direction.repliedBy.includes(person)) return refuse('already-replied')
  if (words.isForGroup && group === null) return refuse('no-group')
  if (words.isForGroup && group !== null && direction.groupsReplied.includes(group)) return refuse('group-replied')
  if (words.questions === '' && words.limits === '') return refuse('say-something')
  return accept({ ...actor, person, party: words.isForGroup ? group : null })
}

export type ReplyState = {
  readonly problem: Id<'problem'>
  readonly hasQuestions: boolean
  readonly isAnswered: boolean
}

export type AnswerReplyRefusal = 'staff-never' | 'only-arena-chair' | 'nothing-asked' | 'reply-answered'

/** Whoever chairs the group answers what was asked of it, each reply once and for the record. */
export function answerReply(reply: ReplyState, actor: Actor): Result<SignedIn, AnswerReplyRefusal> {
  const chair = arenaChair(reply.problem, actor)
  if (!chair.ok) return chair
  if (!reply.hasQuestions) return refuse('nothing-asked')
  return reply.isAnswered ? refuse('reply-answered') : chair
}

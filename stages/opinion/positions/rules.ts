import { isSignedIn, isStaff, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { isOpen, type ConsultationState } from '../rules.ts'

export const mayTakePosition: Policy = whoever('politician')

/** One sentence: what needs more is a reply or a note. */
export const longestReason = 300

/** What she says in public of one statement. */
export type Said = { readonly choice: Choice; readonly reason: string }

/** What a rule has to know of a statement, and of what she said of it last. */
export type PositionState = {
  /** Undefined: nobody has opened a vote here. */
  readonly consultation: ConsultationState | undefined
  readonly isTold: boolean
  /** Undefined: there is no such statement. */
  readonly statement: { readonly isTakenOut: boolean; readonly isHidden: boolean } | undefined
  readonly last: Said | undefined
  /** How often she has said where she stands on it. */
  readonly taken: number
}

/** On one statement. All of them stay readable, and nobody reads more. */
export const mostRevisions = 20

/** From here on she is told how many are left. */
export const nearMostRevisions = 15

export type Taken = {
  readonly account: Id<'account'>
  readonly person: Id<'person'>
  /** She had seen, or could have seen, the result. */
  readonly isAfterClose: boolean
}

export type TakeRefusal =
  | 'staff-take-no-position'
  | 'only-politicians-take-positions'
  | 'told'
  | 'not-open'
  | 'no-such-statement'
  | 'hidden'
  | 'nothing-changed'
  | 'changed-enough'

/** She herself says where she stands, and changes it when she changes her mind. After the close it is marked. */
export function takePosition(
  { consultation, isTold, statement, last, taken }: PositionState,
  { choice, reason }: Said,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<Taken, TakeRefusal> {
  if (isStaff(actor)) return refuse('staff-take-no-position')
  if (!isSignedIn(actor) || actor.person === null || !mayTakePosition.allows(actor))
    return refuse('only-politicians-take-positions')
  if (isTold) return refuse('told')
  if (!consultation || Temporal.Instant.compare(now, consultation.openedAt) < 0) return refuse('not-open')
  if (!statement || statement.isTakenOut) return refuse('no-such-statement')
  if (statement.isHidden) return refuse('hidden')
  if (last?.choice === choice && last.reason === reason) return refuse('nothing-changed')
  if (taken >= mostRevisions) return refuse('changed-enough')
  return accept({ account: actor.account, person: actor.person, isAfterClose: !isOpen(consultation, now) })
}

/**
 * Whether the reader may see who says what of a statement: once nobody's name can lead her, because she has said herself what she
 * thinks of it or the vote is over. It is the rule for the name of who wrote it, too.
 */
export function mayReadPositions(
  { closedAt }: Pick<ConsultationState, 'closedAt'>,
  { hasVoted, hasPosition }: { readonly hasVoted: boolean; readonly hasPosition: boolean },
): boolean {
  return closedAt !== null || hasVoted || hasPosition
}

/** Of fewer politicians no share is compared with anybody: it would say what one of them thinks, not how far they lie apart. */
export const leastForGap = 3

/** With fewer positions nothing is said of which group a politician is near. */
export const leastForPlace = 5

import { isSignedIn, isStaff, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter, type Calendar } from '@folkmoot/basics/working-days.ts'

export const mayRate: Policy = whoever('resident', 'organisation', 'member', 'politician')

/** Long enough to read all answers of a package, once they are final. */
const ratingRule = { count: 30, unit: 'days' } as const

export type Rated = {
  readonly closedAt: Temporal.Instant | null
  /** When the words that stand were signed: an instant in every case that is not told. */
  readonly answeredAt: Temporal.Instant | Temporal.PlainDate | null
}

/**
 * From the first signed answer until a month after all of them are closed; null while they are not: no end is known yet. What was
 * answered after that, because it had been passed on or came up again at the return, is rated for a month of its own.
 */
export function ratingClosesAt({ closedAt, answeredAt }: Rated, calendar: Calendar): Temporal.Instant | null {
  if (closedAt === null) return null
  const isLater = answeredAt instanceof Temporal.Instant && Temporal.Instant.compare(answeredAt, closedAt) > 0
  return deadlineAfter(isLater ? answeredAt : closedAt, ratingRule, calendar)
}

export const marks = [1, 2, 3, 4, 5] as const
export type Mark = (typeof marks)[number]

export type Rating = { readonly wasReasoned: Mark; readonly didAnswer: Mark }

export type RatingState = {
  readonly isTold: boolean
  /** Who signed the answer as it stands; undefined while there is none. */
  readonly signer: Id<'person'> | null | undefined
  /** She sits in the group, or something she wrote led to this recommendation. */
  readonly isInvited: boolean
  /** The words that stand are those she had before her: an answer can be changed while she reads it. */
  readonly isSeen: boolean
  readonly closesAt: Temporal.Instant | null
  readonly now: Temporal.Instant
}

export type RateRefusal =
  | 'staff-never-rate'
  | 'not-yours-to-rate'
  | 'no-answer-yet'
  | 'own-answer'
  | 'rating-closed'
  | 'answer-changed'

/** Whoever worked on the recommendation rates what came back; nobody rates her own words. */
export function rate(state: RatingState, actor: Actor): Result<SignedIn, RateRefusal> {
  if (isStaff(actor)) return refuse('staff-never-rate')
  if (!isSignedIn(actor) || !state.isInvited) return refuse('not-yours-to-rate')
  if (state.isTold || isClosed(state)) return refuse('rating-closed')
  if (state.signer === undefined) return refuse('no-answer-yet')
  if (state.signer !== null && state.signer === actor.person) return refuse('own-answer')
  return state.isSeen ? accept(actor) : refuse('answer-changed')
}

export function isClosed({ closesAt, now }: Pick<RatingState, 'closesAt' | 'now'>): boolean {
  return closesAt !== null && Temporal.Instant.compare(now, closesAt) > 0
}

/** How many gave each mark, lowest first. */
export function countsOf(given: readonly Mark[]): readonly number[] {
  return marks.map((mark) => given.filter((one) => one === mark).length)
}

import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isWorthRedrawing, leastInCell } from '@folkmoot/tally/suppress.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import type { AgreementKind, DraftState } from '../rules.ts'

/** What a member can say of the words of a clause. "I can live with it" is what most agreement is made of. */
export const pollChoices = ['agree', 'can-live', 'against'] as const
export type PollChoice = (typeof pollChoices)[number]

export type PollRefusal = 'handed-over' | 'group-not-confirmed' | 'members-poll' | 'changed-meanwhile'

/** Members alone, politicians and citizens alike; staff never. Once each: a second answer replaces the first. */
export function answerPoll(
  { problem, isFrozen, isGroupConfirmed }: DraftState,
  { base, current }: { readonly base: string; readonly current: string },
  actor: Actor,
): Result<SignedIn, PollRefusal> {
  if (!isSignedIn(actor) || isStaff(actor) || !holdsIn(actor, problem, 'member')) return refuse('members-poll')
  if (!isGroupConfirmed) return refuse('group-not-confirmed')
  if (isFrozen) return refuse('handed-over')
  return base === current ? accept(actor) : refuse('changed-meanwhile')
}

export type PollCount = Readonly<Record<PollChoice, number>>

/** As the tally of votes knows them: "I can live with it" stands where a pass would. */
export function asTally({ agree, against, 'can-live': pass }: PollCount): Tally {
  return { agree, disagree: against, pass }
}

/**
 * Whether what is shown is drawn anew: more than half of the members have answered, at least ten, and at least five more than at the
 * last drawing, so that no single answer can be read from the difference (DESIGN 4).
 */
export function isDrawn(
  last: PollCount | null,
  { count, members }: { readonly count: PollCount; readonly members: number },
): boolean {
  const answered = count.agree + count['can-live'] + count.against
  return answered * 2 > members && isWorthRedrawing(last ? asTally(last) : undefined, asTally(count))
}

/** What anybody may read of a drawing: the word, and the numbers where none of them is small. */
export type ShownPoll = { readonly agreement: AgreementKind; readonly count: PollCount | null }

/**
 * Consensus: nobody is against. Majority: more than half of those who answered can stand behind the words. Else disagreement. The
 * word alone leaves at least four possible numbers of those against, or says that there is none; with a number beside it, a small
 * cell could be worked out, so numbers are shown when each is at least five.
 */
export function shownOf(drawn: PollCount): ShownPoll {
  const { agree, against, 'can-live': canLive } = drawn
  const agreement = against === 0 ? 'consensus' : agree + canLive > against ? 'majority' : 'disagreement'
  const isTold = [agree, canLive, against].every((one) => one >= leastInCell)
  return { agreement, count: isTold ? drawn : null }
}

import {
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
import type { PackageState, Signer } from '../rules.ts'

/** Before the answer is final, and when the body comes back to it (R35). */
export type Round = 'response' | 'return'

export const mayAsk: Policy = whoever('resident', 'organisation', 'member', 'politician')

type Dated = Pick<PackageState, 'meetingOn' | 'returnOn' | 'source'>

/** For which of the two meetings questions are taken today: until the end of its day. */
export function roundOpenOn({ meetingOn, returnOn, source }: Dated, today: Temporal.PlainDate): Round | undefined {
  if (source !== null || meetingOn === null || returnOn === null) return undefined
  if (Temporal.PlainDate.compare(today, meetingOn) <= 0) return 'response'
  return Temporal.PlainDate.compare(today, returnOn) <= 0 ? 'return' : undefined
}

/** The day of the meeting a question is for. */
export function dayOf({ meetingOn, returnOn }: Dated, round: Round): Temporal.PlainDate | null {
  return round === 'response' ? meetingOn : returnOn
}

export type AskingState = {
  readonly pack: PackageState
  readonly today: Temporal.PlainDate
  /** She sits in the group, or something she wrote led to a recommendation. */
  readonly isInvited: boolean
  /** How many questions she has put for each of the two meetings. */
  readonly put: Readonly<Record<Round, number>>
}

/** Each is mailed to a politician: so many are a conversation, more would be a siege. */
export const mostQuestions = 5

export type AskRefusal = 'staff-never-ask' | 'not-invited' | 'dates-missing' | 'asking-is-over' | 'asked-enough'

/** Whoever worked on it asks; everybody reads. */
export function ask(
  { pack, today, isInvited, put }: AskingState,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly round: Round }, AskRefusal> {
  if (isStaff(actor)) return refuse('staff-never-ask')
  if (!isSignedIn(actor) || !isInvited) return refuse('not-invited')
  if (pack.source !== null) return refuse('asking-is-over')
  if (pack.meetingOn === null || pack.returnOn === null) return refuse('dates-missing')
  const round = roundOpenOn(pack, today)
  if (!round) return refuse('asking-is-over')
  return put[round] < mostQuestions ? accept({ by: actor, round }) : refuse('asked-enough')
}

export function putBy(
  questions: readonly { readonly round: Round; readonly askedBy: Id<'account'> }[],
  { account }: Pick<Actor, 'account'>,
): AskingState['put'] {
  const hers = (round: Round): number =>
    questions.filter((one) => one.round === round && one.askedBy === account).length
  return { response: hers('response'), return: hers('return') }
}

export type QuestionState = {
  readonly round: Round
  readonly askedBy: Id<'account'>
  readonly hasReply: boolean
  /** Who signed the answer it is about and still sits in the body: then she alone replies. */
  readonly named: Id<'person'> | null
}

export type ReplyRefusal =
  | 'staff-never-answer'
  | 'not-in-recipient-body'
  | 'replied-already'
  | 'own-question'
  | 'only-who-signed'
  | 'before-the-meeting'

/** At the meeting or after it, in her own name: what is said before it needs no meeting. */
export function reply(
  question: QuestionState,
  { pack, today }: Pick<AskingState, 'pack' | 'today'>,
  actor: Actor,
): Result<Signer, ReplyRefusal> {
  if (isStaff(actor)) return refuse('staff-never-answer')
  const { person } = actor
  if (!isSignedIn(actor) || person === null || pack.body === null || !holdsIn(actor, pack.body, 'politician'))
    return refuse('not-in-recipient-body')
  if (question.hasReply) return refuse('replied-already')
  if (question.askedBy === actor.account) return refuse('own-question')
  if (question.named !== null && question.named !== person) return refuse('only-who-signed')
  const day = dayOf(pack, question.round)
  if (day === null || Temporal.PlainDate.compare(today, day) < 0) return refuse('before-the-meeting')
  return accept({ ...actor, person })
}

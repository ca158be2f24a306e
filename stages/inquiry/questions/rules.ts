import { holds, isSignedIn, isStaff, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter, type Calendar, type DeadlineRule } from '@folkmoot/basics/working-days.ts'

export const mayAsk: Policy = whoever('resident', 'organisation', 'member', 'politician')
export const mayAnswer: Policy = whoever('politician', 'officer', 'clerk')

/** Two weeks of working days: what a named person can keep beside her other work. */
export const replyRule: DeadlineRule = { count: 10, unit: 'working-days' }

/** What a rule has to know of a question: whom it asks, and how its present round stands. */
export type QuestionState = {
  readonly to: Id<'person'> | null
  readonly askedBy: Id<'account'> | null
  readonly round: number
  readonly hasReply: boolean
  /** The asker's word on the reply; null: not said. */
  readonly isAnswer: boolean | null
}

export type Standing = 'waiting' | 'reopened' | 'answered' | 'settled'

export function standingOf({
  round,
  hasReply,
  isAnswer,
}: Pick<QuestionState, 'round' | 'hasReply' | 'isAnswer'>): Standing {
  if (!hasReply) return round > 1 ? 'reopened' : 'waiting'
  return isAnswer === true ? 'settled' : 'answered'
}

export type AskRefusal = 'staff-never-ask' | 'consent-first' | 'not-a-politician' | 'ask-another'

/** `to` is null for the administration; else one who holds a seat today. */
export function ask(
  { to, seated }: { readonly to: Id<'person'> | null; readonly seated: readonly Id<'person'>[] },
  actor: Actor,
): Result<SignedIn, AskRefusal> {
  if (isStaff(actor)) return refuse('staff-never-ask')
  if (!isSignedIn(actor) || !mayAsk.allows(actor)) return refuse('consent-first')
  if (to !== null && to === actor.person) return refuse('ask-another')
  if (to !== null && !seated.includes(to)) return refuse('not-a-politician')
  return accept(actor)
}

export type AnswerRefusal =
  | 'staff-never-answers-for-politicians'
  | 'only-who-was-asked'
  | 'only-the-administration'
  | 'answered-already'
  | 'very-like'

export type Answering = { readonly by: Id<'account'>; readonly person: Id<'person'> | null; readonly isStaff: boolean }

/** A politician answers herself. What the administration was asked, an officer or a clerk answers, as staff. */
export function answer(question: QuestionState, actor: Actor): Result<Answering, AnswerRefusal> {
  const who = question.to === null ? forTheAdministration(actor) : herself(question.to, actor)
  if (!who.ok) return who
  if (question.hasReply) return refuse('answered-already')
  return who
}

function herself(to: Id<'person'>, actor: Actor): Result<Answering, AnswerRefusal> {
  if (isStaff(actor)) return refuse('staff-never-answers-for-politicians')
  if (!isSignedIn(actor) || !holds(actor, 'politician') || actor.person !== to) return refuse('only-who-was-asked')
  return accept({ by: actor.account, person: to, isStaff: false })
}

function forTheAdministration(actor: Actor): Result<Answering, AnswerRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'officer', 'clerk')) return refuse('only-the-administration')
  return accept({ by: actor.account, person: null, isStaff: true })
}

export type JudgeRefusal = 'only-the-asker' | 'no-answer-yet' | 'judged-already' | 'say-what-is-missing'

export type Verdict = { readonly isAnswer: boolean; readonly words: string }

/** The asker alone says whether it counts. A "no" says what is missing, so that the next answer can give it. */
export function judge(
  question: QuestionState,
  { isAnswer, words }: Verdict,
  actor: Actor,
): Result<SignedIn, JudgeRefusal> {
  if (!isSignedIn(actor) || actor.account !== question.askedBy) return refuse('only-the-asker')
  if (!question.hasReply) return refuse('no-answer-yet')
  if (question.isAnswer !== null) return refuse('judged-already')
  if (!isAnswer && words === '') return refuse('say-what-is-missing')
  return accept(actor)
}

export type JoinRefusal =
  | 'staff-never-ask'
  | 'consent-first'
  | 'told'
  | 'own-question'
  | 'ask-another'
  | 'answered-already'
  | 'asked-already'

/** Who asks the same is counted and hears the answer; that it answers is for the one who asked to say. */
export function joinAsking(
  question: QuestionState & { readonly isTold: boolean; readonly hasJoined: boolean },
  actor: Actor,
): Result<SignedIn, JoinRefusal> {
  if (isStaff(actor)) return refuse('staff-never-ask')
  if (!isSignedIn(actor) || !mayAsk.allows(actor)) return refuse('consent-first')
  if (question.isTold) return refuse('told')
  if (question.askedBy === actor.account) return refuse('own-question')
  if (question.to !== null && question.to === actor.person) return refuse('ask-another')
  if (question.hasReply) return refuse('answered-already')
  return question.hasJoined ? refuse('asked-already') : accept(actor)
}

/** After two weeks a word that was not said is told as not said: her silence is neither yes nor no. */
export const silentAfterDays = 14

export function isUnsaid(
  { isAnswer, repliedAt }: { readonly isAnswer: boolean | null; readonly repliedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  if (repliedAt === null || isAnswer !== null) return false
  return Temporal.Instant.compare(now, repliedAt.add({ hours: 24 * silentAfterDays })) >= 0
}

/** The deadline of a round that starts now; frozen from then on. */
export function dueAfter(now: Temporal.Instant, calendar: Calendar): Temporal.Instant {
  return deadlineAfter(now, replyRule, calendar)
}

/** What an answer is, whose it is, and when it counts: pure. */

export const answerKinds = ['accept', 'accept-amended', 'refer', 'reject', 'park'] as const
export type AnswerKind = (typeof answerKinds)[number]
/** A told case may say that something was so already, or not be known. */
export type ToldKind = AnswerKind | 'existed' | 'unknown'

/** Parked waits, and unknown is unknown: neither is an answer in any count (R34). */
export function isAnswered(kind: ToldKind | undefined): boolean {
  return kind !== undefined && kind !== 'park' && kind !== 'unknown'
}

export function isAccepted(kind: ToldKind | undefined): boolean {
  return kind === 'accept' || kind === 'accept-amended'
}

/**
 * What the body has said to an answer as it stands: carried it, voted it down, voted on other words than these, or not
 * voted. Only `carried` is an answer of the body (R32).
 */
export type Cover = 'carried' | 'lost' | 'changed' | 'none'

type SignedAnswer = { readonly kind: ToldKind; readonly cover: Cover; readonly source: string | null }
export type ProposedKind = Exclude<AnswerKind, 'park'>

/** What a politician signed and the body has not carried: a proposal. Parking is no answer; what a source tells is none of ours. */
export function isProposed<Answer extends SignedAnswer>(
  answer: Answer | null | undefined,
): answer is Answer & { readonly kind: ProposedKind } {
  return Boolean(answer) && answer?.source === null && answer.cover !== 'carried' && isAnswered(answer.kind)
}

/**
 * When a recommendation counts as answered, and as answered in time: the one meaning of these words for the figures of a place, the
 * record of a politician, the legitimacies of a case and the clock beside an answer (decisions/013-answered-in-time.md).
 */

/** How one recommendation stands. */
export type AnswerStanding = {
  /** Of the answer that stands; null while there is none. */
  readonly kind: ToldKind | null
  /** The body has voted for it in these words; of a told case its source says what was answered. */
  readonly isCarried: boolean
  /** The first day of the vote for an answer that counts; null while there was none, or no source says. */
  readonly answeredOn: Temporal.PlainDate | null
  /** The last day the mandate gives, by the calendar of the place; null where no clock of ours runs. */
  readonly dueOn: Temporal.PlainDate | null
}

/**
 * Nothing, a proposal and what is put off: each counts as unanswered (R32, R34). To pass on, with a reason, to whom and by when, is one of
 * the four answers (R33); that day is a promise of its own.
 */
export function isAnswerThatCounts({ kind, isCarried }: AnswerStanding): boolean {
  return isCarried && kind !== null && isAnswered(kind)
}

/** `overdue`: past its day without an answer that counts. `untimed`: no clock runs, or no source says the day. */
export type Timing = 'in-time' | 'late' | 'overdue' | 'not-due' | 'untimed'

export function timingOf(standing: AnswerStanding, today: Temporal.PlainDate): Timing {
  const { answeredOn, dueOn } = standing
  if (dueOn === null) return 'untimed'
  if (!isAnswerThatCounts(standing)) return Temporal.PlainDate.compare(today, dueOn) > 0 ? 'overdue' : 'not-due'
  if (answeredOn === null) return 'untimed'
  return Temporal.PlainDate.compare(answeredOn, dueOn) <= 0 ? 'in-time' : 'late'
}

/** Whole days from the hand-over to the answer; null while none counts. */
export function daysToAnswer(standing: AnswerStanding, handedOn: Temporal.PlainDate): number | null {
  const { answeredOn } = standing
  return answeredOn === null || !isAnswerThatCounts(standing) ? null : handedOn.until(answeredOn).days
}

/** So many in time, of those that are due or were answered before: nobody is late with what is not due. */
export type InTime = { readonly count: number; readonly of: number }

export function inTimeOf(standings: readonly AnswerStanding[], today: Temporal.PlainDate): InTime {
  const timings = standings.map((one) => timingOf(one, today))
  const count = (...wanted: readonly Timing[]): number => timings.filter((timing) => wanted.includes(timing)).length
  return { count: count('in-time'), of: count('in-time', 'late', 'overdue') }
}

/** What the figures of a jurisdiction are made of, and how: each with one meaning, so that years can be compared. Pure. */

/** One recommendation that was handed over, and where its answer stands. */
export type AnswerRow = {
  /** In which year it was handed over, by the calendar of the place. */
  readonly year: number
  readonly handedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** When a politician first signed an answer other than putting it off. */
  readonly answeredAt: Temporal.Instant | null
  /** What the body has voted for; parked also without a vote; null while nothing holds. */
  readonly kind: 'accept' | 'accept-amended' | 'reject' | 'refer' | 'park' | null
}

/** One promise whose last milestone lies in the year. */
export type PromiseRow = {
  readonly year: number
  readonly promisedFor: Temporal.PlainDate
  /** The day it was reported as kept, where it stands so. */
  readonly keptOn: Temporal.PlainDate | null
}

export const figureNames = [
  'handed-over',
  'in-time',
  'days',
  'accepted',
  'amended',
  'rejected',
  'referred',
  'parked',
  'unanswered',
  'on-schedule',
] as const
export type FigureName = (typeof figureNames)[number]

export function isFigureName(text: string): text is FigureName {
  return (figureNames as readonly string[]).includes(text)
}

/** `of`: among how many; null where the figure is a count or a number of days. `value` null: there is nothing to count yet. */
export type Figure = { readonly value: number | null; readonly of: number | null }

/** Counted among those whose day has come or which were answered before it: nobody is late with what is not due. */
export function isDueForAnswer({ dueAt, answeredAt }: AnswerRow, now: Temporal.Instant): boolean {
  return answeredAt !== null || Temporal.Instant.compare(dueAt, now) < 0
}

export function isInTime({ dueAt, answeredAt }: AnswerRow): boolean {
  return answeredAt !== null && Temporal.Instant.compare(answeredAt, dueAt) <= 0
}

/** Whole days from the hand-over to the first answer. */
export function daysToAnswer({ handedAt, answeredAt }: AnswerRow): number | null {
  return answeredAt === null ? null : Math.floor(handedAt.until(answeredAt).total('hours') / 24)
}

/** Counted among those whose day has passed or which were kept before it. */
export function isDueForKeeping({ promisedFor, keptOn }: PromiseRow, today: Temporal.PlainDate): boolean {
  return keptOn !== null || Temporal.PlainDate.compare(promisedFor, today) < 0
}

export function isOnSchedule({ promisedFor, keptOn }: PromiseRow): boolean {
  return keptOn !== null && Temporal.PlainDate.compare(keptOn, promisedFor) <= 0
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

export type Moment = { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate }

/** Which recommendations a figure counts, in its numerator. */
export function counts(name: Exclude<FigureName, 'on-schedule'>, row: AnswerRow): boolean {
  switch (name) {
    case 'handed-over':
      return true
    case 'in-time':
      return isInTime(row)
    case 'days':
      return row.answeredAt !== null
    case 'accepted':
      return row.kind === 'accept'
    case 'amended':
      return row.kind === 'accept-amended'
    case 'rejected':
      return row.kind === 'reject'
    case 'referred':
      return row.kind === 'refer'
    case 'parked':
      return row.kind === 'park'
    case 'unanswered':
      return row.kind === null
  }
}

/** All figures of one year from its rows; the order of the rows does not matter. */
export function figuresOf(
  answers: readonly AnswerRow[],
  promises: readonly PromiseRow[],
  { now, today }: Moment,
): Readonly<Record<FigureName, Figure>> {
  const all = answers.length
  const share = (name: Exclude<FigureName, 'on-schedule'>): Figure => ({
    value: answers.filter((row) => counts(name, row)).length,
    of: all,
  })
  return {
    'handed-over': { value: all, of: null },
    'in-time': {
      value: answers.filter(isInTime).length,
      of: answers.filter((row) => isDueForAnswer(row, now)).length,
    },
    days: { value: median(answers.flatMap((row) => daysToAnswer(row) ?? [])), of: null },
    accepted: share('accepted'),
    amended: share('amended'),
    rejected: share('rejected'),
    referred: share('referred'),
    parked: share('parked'),
    unanswered: share('unanswered'),
    'on-schedule': {
      value: promises.filter(isOnSchedule).length,
      of: promises.filter((row) => isDueForKeeping(row, today)).length,
    },
  }
}

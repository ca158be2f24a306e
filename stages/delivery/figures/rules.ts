import { median } from '@folkmoot/basics/median.ts'
import { daysToAnswer, inTimeOf, isAnswerThatCounts, timingOf, type AnswerStanding } from '../../decision/rules.ts'

/** What the figures of a jurisdiction are made of, and how: each with one meaning, so that years can be compared. Pure. */

/** One recommendation that was handed over, and where its answer stands. */
export type AnswerRow = AnswerStanding & {
  /** In which year it was handed over, by the calendar of the place. */
  readonly year: number
  readonly handedOn: Temporal.PlainDate
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

/** Counted among those whose day has passed or which were kept before it. */
export function isDueForKeeping({ promisedFor, keptOn }: PromiseRow, today: Temporal.PlainDate): boolean {
  return keptOn !== null || Temporal.PlainDate.compare(promisedFor, today) < 0
}

export function isOnSchedule({ promisedFor, keptOn }: PromiseRow): boolean {
  return keptOn !== null && Temporal.PlainDate.compare(keptOn, promisedFor) <= 0
}

/** Which recommendations a figure counts, in its numerator. What a body has not voted for is none of the five kinds of answers. */
export function counts(name: Exclude<FigureName, 'on-schedule'>, row: AnswerRow, today: Temporal.PlainDate): boolean {
  switch (name) {
    case 'handed-over':
      return true
    case 'in-time':
      return timingOf(row, today) === 'in-time'
    case 'days':
      return daysToAnswer(row, row.handedOn) !== null
    case 'accepted':
      return row.isCarried && row.kind === 'accept'
    case 'amended':
      return row.isCarried && row.kind === 'accept-amended'
    case 'rejected':
      return row.isCarried && row.kind === 'reject'
    case 'referred':
      return row.isCarried && row.kind === 'refer'
    case 'parked':
      return row.kind === 'park'
    case 'unanswered':
      return !isAnswerThatCounts(row)
  }
}

/** All figures of one year from its rows; the order of the rows does not matter. */
export function figuresOf(
  answers: readonly AnswerRow[],
  promises: readonly PromiseRow[],
  today: Temporal.PlainDate,
): Readonly<Record<FigureName, Figure>> {
  const all = answers.length
  const share = (name: Exclude<FigureName, 'on-schedule'>): Figure => ({
    value: answers.filter((row) => counts(name, row, today)).length,
    of: all,
  })
  const inTime = inTimeOf(answers, today)
  return {
    'handed-over': { value: all, of: null },
    'in-time': { value: inTime.count, of: inTime.of },
    days: { value: median(answers.flatMap((row) => daysToAnswer(row, row.handedOn) ?? [])), of: null },
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

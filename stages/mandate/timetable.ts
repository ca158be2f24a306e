import { deadlineAfter, type Calendar } from '@folkmoot/basics/working-days.ts'
import type { Marked, Preset } from './preset.ts'

/** Where a model gives no time: three months to call the group together, a year to the hand-over. Ours, and said to be. */
const ourFirstMeeting = { count: 3, unit: 'months' } as const
const ourSpan = { count: 12, unit: 'months' } as const

export type Timetable = {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  /** A day that is our suggestion, not the model's. */
  readonly isStartOurs: boolean
  readonly isEndOurs: boolean
}

/**
 * Days a draft begins with: the first meeting on the last working day that the model's rule allows, counted from today,
 * and the hand-over on the last working day of its span.
 */
export function timetableFor({ fixes }: Preset, now: Temporal.Instant, calendar: Calendar): Timetable {
  const { firstMeetingWithin, span } = fixes
  const first = deadlineAfter(now, firstMeetingWithin?.value ?? ourFirstMeeting, calendar)
  const startsOn = workingDayUpTo(dayOf(first, calendar), calendar)
  const begun = startsOn.toZonedDateTime(calendar.timeZone).toInstant()
  const last = deadlineAfter(begun, span?.value ?? ourSpan, calendar)
  const endsOn = workingDayUpTo(dayOf(last, calendar), calendar)
  const isOurs = (fact: Marked<unknown> | undefined): boolean => fact === undefined || fact.mark === 'I'
  return { startsOn, endsOn, isStartOurs: isOurs(firstMeetingWithin), isEndOurs: isOurs(span) }
}

function dayOf(instant: Temporal.Instant, { timeZone }: Calendar): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** This day, or the last working day before it: a rule that ends on a holiday is kept before it. */
function workingDayUpTo(day: Temporal.PlainDate, { holidays }: Calendar): Temporal.PlainDate {
  const isClosed = (one: Temporal.PlainDate): boolean =>
    one.dayOfWeek > 5 || holidays.some((holiday) => holiday.equals(one))
  let at = day
  while (isClosed(at)) at = at.subtract({ days: 1 })
  return at
}

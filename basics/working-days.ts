/**
 * Deadlines as councils count them. A deadline keeps its rule and is frozen to an instant once, when it starts to run.
 */
export type DeadlineRule = { readonly count: number; readonly unit: 'days' | 'working-days' | 'months' }

/** What a jurisdiction's calendar says: its IANA time zone and its public holidays. */
export type Calendar = { readonly timeZone: string; readonly holidays: readonly Temporal.PlainDate[] }

/**
 * The last moment of the day the rule leads to, in the jurisdiction's zone: a promise "within 40 working days"
 * ends when that day ends there. The day it starts from is not counted.
 */
export function deadlineAfter(start: Temporal.Instant, rule: DeadlineRule, calendar: Calendar): Temporal.Instant {
  const from = start.toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  return endOfDay(dayAfter(from, rule, calendar.holidays), calendar.timeZone)
}

/** 23:59:59.999 of that day there; a day of 23 or 25 hours ends when it ends. */
export function endOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ milliseconds: 1 })
}

function dayAfter(from: Temporal.PlainDate, rule: DeadlineRule, holidays: Calendar['holidays']): Temporal.PlainDate {
  if (rule.unit === 'days') return from.add({ days: rule.count })
  if (rule.unit === 'months') return from.add({ months: rule.count })
  return addWorkingDays(from, rule.count, holidays)
}

/** Monday to Friday without holidays. O(days). */
export function addWorkingDays(
  from: Temporal.PlainDate,
  count: number,
  holidays: readonly Temporal.PlainDate[],
): Temporal.PlainDate {
  const closed = new Set(holidays.map(String))
  let day = from
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5 && !closed.has(day.toString())) left -= 1
  }
  return day
}

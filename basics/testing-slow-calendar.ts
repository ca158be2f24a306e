import type { DeadlineRule } from './working-days.ts'

/**
 * Deadlines counted the slow way, for tests: step by step through the year, asking `Intl` for the date on the wall each time.
 * It shares nothing with `working-days.ts`, which asks `Temporal`.
 */
export function slowDeadline(
  start: number,
  rule: DeadlineRule,
  { timeZone, holidays }: { readonly timeZone: string; readonly holidays: ReadonlySet<string> },
): number {
  const wall = wallIn(timeZone)
  const from = wall(start)
  if (rule.unit === 'months') return lastMoment(monthsOn(from, rule.count), { wall, after: start })
  const isCounted = (date: string): boolean => rule.unit === 'days' || isWorkingDay(date, holidays)
  let [at, date, left] = [start, from, rule.count]
  while (left > 0) {
    at += aStep
    const now = wall(at)
    if (now === date) continue
    date = now
    if (isCounted(date)) left -= 1
  }
  return lastMoment(date, { wall, after: start })
}

/** Shorter than half of the shortest day, so that no date is stepped over. */
const aStep = 11 * 3_600_000

type Wall = (at: number) => string

/** The date on the wall, as 2026-11-26. */
function wallIn(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => format.format(at)
}

function isWorkingDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

/** The same day of a later month, or its last when it has no such day. */
function monthsOn(date: string, count: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  const right = new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth.getUTCDate())))
  return right.toISOString().slice(0, 10)
}

/** The last millisecond at which the wall shows this date: forward by steps, then halving. */
function lastMoment(date: string, { wall, after }: { readonly wall: Wall; readonly after: number }): number {
  let low = after
  while (wall(low) < date) low += aStep
  let high = low
  while (wall(high) <= date) high += aStep
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wall(middle) <= date) low = middle
    else high = middle
  }
  return low
}

/** Easter Sunday by the way of J. Meeus, Astronomical Algorithms (1991), chapter 8; movable holidays hang on it. */
export function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

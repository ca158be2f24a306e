import type { Say } from './catalogue.ts'
import type { EverydayKey } from './everyday.ts'

/** Times as people need them: relative and exact, in the jurisdiction's zone, the zone named at deadlines. */
export type TimeWords = {
  /** "4 December 2026" */
  readonly day: (at: Temporal.Instant | Temporal.PlainDate) => string
  /** "Friday 4 December 2026" */
  readonly weekday: (at: Temporal.Instant | Temporal.PlainDate) => string
  /** "4 Dec 2026", never parted by the end of a line: for a column of a table */
  readonly dayInTable: (at: Temporal.Instant | Temporal.PlainDate) => string
  /** "4 Dec" */
  readonly shortDay: (at: Temporal.Instant | Temporal.PlainDate) => string
  /** "18:00" */
  readonly hour: (at: Temporal.Instant) => string
  /** "Friday 4 December 2026 at 23:59, Copenhagen time" */
  readonly deadline: (at: Temporal.Instant) => string
  /** "in 12 days", "today", "11 days overdue" */
  readonly left: (at: Temporal.Instant | Temporal.PlainDate) => string
  /** Whole days from today there to that day there; negative when past. */
  readonly daysLeft: (at: Temporal.Instant | Temporal.PlainDate) => number
}

export type TimeSettings = { readonly lang: string; readonly timeZone: string; readonly now: Temporal.Instant }

export function timeWords(common: Say<EverydayKey>, { lang, timeZone, now }: TimeSettings): TimeWords {
  // A page that lists hundreds of days asks each several times, and many end at the same moment.
  const dates = new Map<number, Temporal.PlainDate>()
  const dateOf = (at: Temporal.Instant | Temporal.PlainDate): Temporal.PlainDate => {
    if (at instanceof Temporal.PlainDate) return at
    const date = dates.get(at.epochMilliseconds) ?? at.toZonedDateTimeISO(timeZone).toPlainDate()
    dates.set(at.epochMilliseconds, date)
    return date
  }
  const format = (at: Temporal.Instant | Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string =>
    formatter(lang, options).format(new Date(`${dateOf(at).toString()}T12:00:00Z`))
  const hour = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  const weekday = (at: Temporal.Instant | Temporal.PlainDate): string =>
    format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const daysLeft = (at: Temporal.Instant | Temporal.PlainDate): number =>
    dateOf(now).until(dateOf(at), { largestUnit: 'days' }).days
  return {
    day: (at) => format(at, { day: 'numeric', month: 'long', year: 'numeric' }),
    weekday,
    dayInTable: (at) => format(at, { day: 'numeric', month: 'short', year: 'numeric' }).replaceAll(' ', '\u00a0'),
    shortDay: (at) => format(at, { day: 'numeric', month: 'short' }),
    hour,
    deadline: (at) => common('deadline', { day: weekday(at), hour: hour(at), zone: cityOf(timeZone, common) }),
    left: (at) => {
      const days = daysLeft(at)
      // A day is past when it is over, an instant when it is reached.
      const isPast = at instanceof Temporal.PlainDate ? days < 0 : Temporal.Instant.compare(at, now) < 0
      return isPast ? common('days-overdue', { days: -days }) : common('days-left', { days })
    },
    daysLeft,
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Noon in UTC has the same date as the plain date it stands for, so that no zone can shift it.
function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // English here is that of European public services: day before month.
  const locale = lang === 'en' ? 'en-GB' : lang
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formatters.set(key, known)
  return known
}

/** Cities whose names differ between our languages; the zone database knows only English ones. */
const cities = { Copenhagen: 'city.copenhagen', Brussels: 'city.brussels' } as const

/** `Europe/Copenhagen` → "Copenhagen", in Danish "København". */
export function cityOf(timeZone: string, common: Say<EverydayKey>): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return city in cities ? common(cities[city as keyof typeof cities]) : city // just looked up
}

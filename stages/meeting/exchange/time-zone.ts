/**
 * VTIMEZONE of RFC 5545 section 3.6.5 for the days given: one observance for each change of the clocks in their years, and one
 * for what held before, each as an onset of its own. No recurrence rules, so that nothing is claimed of years nobody asked about.
 */
export function timeZoneText(timeZone: string, days: readonly Temporal.PlainDate[]): string {
  const years = days.map((day) => day.year)
  const from = Temporal.PlainDate.from({ year: Math.min(...years, 2000), month: 1, day: 1 }).toZonedDateTime(timeZone)
  const to = Temporal.PlainDate.from({ year: Math.max(...years, 2000) + 2, month: 1, day: 1 }).toZonedDateTime(timeZone)
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances(from, to), 'END:VTIMEZONE'].join('\r\n')
}

function observances(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): string[] {
  const first = observance({ onset: from, before: from })
  const changes: string[] = []
  let at = from.getTimeZoneTransition('next')
  while (at && Temporal.ZonedDateTime.compare(at, to) < 0) {
    changes.push(...observance({ onset: at, before: at.subtract({ nanoseconds: 1 }) }))
    at = at.getTimeZoneTransition('next')
  }
  return [...first, ...changes]
}

type Onset = { readonly onset: Temporal.ZonedDateTime; readonly before: Temporal.ZonedDateTime }

/** The onset is written in the local time that held until then. */
function observance({ onset, before }: Onset): string[] {
  const kind = isDaylight(onset) ? 'DAYLIGHT' : 'STANDARD'
  const local = onset
    .toInstant()
    .toZonedDateTimeISO('UTC')
    .add({ nanoseconds: before.offsetNanoseconds })
    .toPlainDateTime()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(onset)}`,
    `END:${kind}`,
  ]
}

/** Ahead of what holds at its other season; a zone without seasons is never. */
function isDaylight(at: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds)
  return at.offsetNanoseconds > Math.min(...offsets)
}

/** `+0200` */
function offsetText(at: Temporal.ZonedDateTime): string {
  return at.offset.slice(0, 6).replace(':', '')
}

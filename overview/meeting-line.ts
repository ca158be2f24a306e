import type { Visit } from '../platform/http/index.ts'
import type { Meeting } from '../stages/meeting/index.ts'

export type MeetingLine = {
  readonly title: string
  readonly href: string
  /** The leaf of the calendar: "9", "Dec", "2026-12-09". */
  readonly day: string
  readonly month: string
  readonly iso: string
  /** "Wednesday 9 December 2026, 18:00–20:00, Town Hall" */
  readonly line: string
}

/** A meeting as a row says it. A day nobody knows has an empty leaf. */
export function meetingLine(visit: Visit, meeting: Meeting, slug: string): MeetingLine {
  const { day, startsAt, endsAt, place } = meeting
  const date = day ?? startsAt?.toZonedDateTimeISO(visit.jurisdiction.timeZone).toPlainDate() ?? null
  const hours = startsAt ? [startsAt, endsAt].flatMap((at) => (at ? visit.time.hour(at) : [])).join('–') : ''
  const month = date
    ? new Intl.DateTimeFormat(visit.lang, { month: 'short', timeZone: 'UTC' }).format(
        new Date(`${date.toString()}T12:00:00Z`),
      )
    : ''
  return {
    title: meeting.title,
    href: visit.to('meeting.page', { problem: slug, number: meeting.number }),
    day: date ? String(date.day) : '–',
    month: month.replace('.', ''),
    iso: date?.toString() ?? '',
    line: [date ? visit.time.weekday(date) : visit.common('unknown'), hours, place ?? ''].filter(Boolean).join(', '),
  }
}

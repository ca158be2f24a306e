import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type OwedEvent = {
  /** Where it is read, without language: the same for ever, so that a program moves what it knew. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly day: Temporal.PlainDate
}

export type OwedCalendar = {
  readonly name: string
  readonly lang: string
  readonly place: string
  readonly now: Temporal.Instant
  readonly events: readonly OwedEvent[]
}

/**
 * Days on which something is owed, as RFC 5545 has whole days, to be published, not answered. What was done leaves the
 * calendar; what was put off moves, for its UID stays.
 */
export function owedCalendar({ name, lang, place, now, events }: OwedCalendar): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Folkmoot', product: 'Owed', language: lang.toUpperCase() },
    ttl: 6 * 60 * 60, // seconds; programs that ask ask four times a day
  })
  for (const { path, title, description, url, day } of events)
    calendar.createEvent({
      id: createHash('sha256').update(`${place} ${path}`).digest('hex'),
      stamp: now,
      summary: title,
      description,
      url,
      status: ICalEventStatus.CONFIRMED,
      allDay: true,
      start: day,
      end: day.add({ days: 1 }),
    })
  return calendar.toString()
}

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Meeting } from '../store.ts'
import { timeZoneText } from './time-zone.ts'

export type Feed = {
  /** What a calendar program calls it. */
  readonly name: string
  readonly lang: string
  readonly timeZone: string
  readonly meetings: readonly FeedMeeting[]
}

/** What a calendar has to know: a meeting of a group, a talk or a visit. */
export type CalendarEntry = Pick<
  Meeting,
  'sequence' | 'changedAt' | 'calledAt' | 'title' | 'place' | 'state' | 'day' | 'startsAt' | 'endsAt'
> & { readonly id: string }

export type FeedMeeting = {
  readonly meeting: CalendarEntry
  /** The finished sentences under the title: the case, who may come, how to get in. */
  readonly description: string
  readonly url: string
}

/**
 * Meetings as RFC 5545 has them, to be published, not answered (METHOD PUBLISH). The id of a meeting is its UID for ever;
 * SEQUENCE counts its changes, so that a program replaces what it knew; a cancelled one stays, marked CANCELLED.
 * Times carry the zone of the place with its own VTIMEZONE. A meeting without hours is a whole day; without a day it is left out.
 */
export function calendarText({ name, lang, timeZone, meetings }: Feed): string {
  const dated = meetings.filter(({ meeting }) => meeting.day !== null)
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Folkmoot', product: 'Meetings', language: lang.toUpperCase() },
    timezone: { name: null, generator: () => timeZoneText(timeZone, daysOf(dated)) },
    ttl: 6 * 60 * 60, // seconds; programs that ask ask four times a day
  })
  for (const { meeting, description, url } of dated) {
    calendar.createEvent({
      id: meeting.id,
      sequence: meeting.sequence,
      stamp: meeting.changedAt,
      created: meeting.calledAt,
      lastModified: meeting.changedAt,
      summary: meeting.title,
      description,
      url,
      location: meeting.place,
      status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...whenOf(meeting, timeZone),
    })
  }
  return calendar.toString()
}

function whenOf({ day, startsAt, endsAt }: CalendarEntry, timeZone: string) {
  if (startsAt && endsAt) {
    return {
      timezone: timeZone,
      start: startsAt.toZonedDateTimeISO(timeZone),
      end: endsAt.toZonedDateTimeISO(timeZone),
    }
  }
  if (!day) throw new Error('a meeting without a day in a calendar')
  return { allDay: true, start: day, end: day.add({ days: 1 }) }
}

function daysOf(meetings: readonly FeedMeeting[]): readonly Temporal.PlainDate[] {
  return meetings.flatMap(({ meeting }) => (meeting.day ? [meeting.day] : []))
}

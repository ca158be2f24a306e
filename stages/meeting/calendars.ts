import { todayIn } from '../../platform/directory/index.ts'
import { file, notFound, type Reply, type Visit } from '../../platform/http/index.ts'
import { problemBySlug } from '../problem/index.ts'
import { encountersBetween, encountersOf } from './encounters/store.ts'
import { encounterEntries, eventEntries, meetingEntries } from './entries.ts'
import { gatheringsBetween, gatheringsOf } from './events/store.ts'
import { calendarText, type FeedMeeting } from './exchange/calendar.ts'
import { meetingWords } from './messages/words.ts'
import { meetingsBetween, meetingsOf } from './store.ts'

/** The calendar of the place: a year back and everything to come, which a calendar program keeps up to date. */
export async function allCalendar(visit: Visit<'meeting.calendar'>): Promise<Reply> {
  const today = todayIn(visit.jurisdiction, visit.now)
  const from = visit.jurisdiction.isTold ? Temporal.PlainDate.from('1900-01-01') : today.subtract({ years: 1 })
  const days = { from, to: today.add({ years: 5 }) }
  const hours = hoursOf(visit, days)
  const entries = await Promise.all([
    meetingsBetween(visit.read, days).then((all) => meetingEntries(visit, all)),
    gatheringsBetween(visit.read, hours).then((all) => eventEntries(visit, all)),
    encountersBetween(visit.read, hours).then((all) => encounterEntries(visit, all)),
  ])
  return calendarOf(visit, visit.jurisdiction.name, entries.flat())
}

/** The calendar of a case: its group's meetings, its open events, and the talks and visits about it. */
export async function seriesCalendar(visit: Visit<'meeting.series-calendar'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const entries = await Promise.all([
    meetingsOf(visit.read, problem.id).then((all) => meetingEntries(visit, all)),
    gatheringsOf(visit.read, problem.id).then((all) => eventEntries(visit, all)),
    encountersOf(visit.read, problem.id).then((all) => encounterEntries(visit, all)),
  ])
  return calendarOf(visit, problem.question, entries.flat())
}

function calendarOf(visit: Visit, name: string, meetings: readonly FeedMeeting[]): Reply {
  const body = calendarText({
    name: meetingWords.say(visit.lang)('calendar.name', { name }),
    lang: visit.lang,
    timeZone: visit.jurisdiction.timeZone,
    meetings,
  })
  return file({ body, mediaType: calendarType })
}

export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH'

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** From the first moment of the one day to the last of the other, in the place. */
export function hoursOf({ jurisdiction: { timeZone } }: Visit, { from, to }: Days) {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  return { from: startOf(from), before: startOf(to.add({ days: 1 })) }
}

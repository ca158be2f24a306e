import type { Reader } from '../../../platform/http/index.ts'
import { meetingWords, type SayMeeting } from '../messages/words.ts'
import type { Meeting } from '../store.ts'

export type LineOf = { readonly reader: Reader; readonly say: SayMeeting; readonly meeting: Meeting }

/** What the words of its heading are made of: "Meeting 3", or that it was a study visit. */
export function headingOf({ number, isVisit }: Pick<Meeting, 'number' | 'isVisit'>) {
  return { kind: isVisit ? 'visit' : 'meeting', number }
}

/** "Thursday 26 November 2026, 18:00–20:30"; what is unknown says so. */
export function whenLine({ reader, say, meeting: { day, startsAt, endsAt } }: LineOf): string {
  if (!day) return say('line.no-day')
  if (!startsAt || !endsAt) return say('line.no-hours', { day: reader.time.weekday(day) })
  return spanLine(reader, { startsAt, endsAt })
}

type Span = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }

/** The same of whatever has a beginning and an end. */
export function spanLine({ lang, time }: Reader, { startsAt, endsAt }: Span): string {
  const say = meetingWords.say(lang)
  const [starts, ends] = [time.hour(startsAt), time.hour(endsAt)]
  return time.day(startsAt) === time.day(endsAt)
    ? say('line.hours', { day: time.weekday(startsAt), starts, ends })
    : say('line.days', { first: time.weekday(startsAt), starts, last: time.weekday(endsAt), ends })
}

/** "Town Hall, room 2. Open to listen." */
export function whereLine({ say, meeting }: LineOf): string {
  return [meeting.place ?? say('line.no-place'), opennessLine(say, meeting)].join('. ')
}

export function opennessLine(say: SayMeeting, { isOpen }: Meeting): string {
  if (isOpen === null) return say('line.openness-unknown')
  return say(isOpen ? 'line.open' : 'line.closed')
}

import type { Reader } from '../../../platform/http/index.ts'
import type { SayMeeting } from '../messages/words.ts'
import type { Meeting } from '../store.ts'

export type LineOf = { readonly reader: Reader; readonly say: SayMeeting; readonly meeting: Meeting }

/** "Thursday 26 November 2026, 18:00–20:30"; what is unknown says so. */
export function whenLine({ reader, say, meeting: { day, startsAt, endsAt } }: LineOf): string {
  if (!day) return say('line.no-day')
  if (!startsAt || !endsAt) return say('line.no-hours', { day: reader.time.weekday(day) })
  const [starts, ends] = [reader.time.hour(startsAt), reader.time.hour(endsAt)]
  const isOneDay = reader.time.day(startsAt) === reader.time.day(endsAt)
  return isOneDay
    ? say('line.hours', { day: reader.time.weekday(startsAt), starts, ends })
    : say('line.days', { first: reader.time.weekday(startsAt), starts, last: reader.time.weekday(endsAt), ends })
}

/** "Town Hall, room 2. Open to listen." */
export function whereLine({ say, meeting }: LineOf): string {
  return [meeting.place ?? say('line.no-place'), opennessLine(say, meeting)].join('. ')
}

export function opennessLine(say: SayMeeting, { isOpen }: Meeting): string {
  if (isOpen === null) return say('line.openness-unknown')
  return say(isOpen ? 'line.open' : 'line.closed')
}

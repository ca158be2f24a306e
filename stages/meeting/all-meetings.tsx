import { page, type Reply, type Visit } from '../../platform/http/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import { problemNames } from '../problem/index.ts'
import { meetingWords } from './messages/words.ts'
import { AllPage } from './pages/all-page.tsx'
import { encountersBetween } from './encounters/store.ts'
import { encounterEntries, eventEntries } from './entries.ts'
import { gatheringsBetween } from './events/store.ts'
import { hoursOf } from './calendars.ts'
import * as store from './store.ts'

/** The month asked for; else this month, or the nearest one in which somebody meets. */
export async function allPage(visit: Visit<'meeting.all'>): Promise<Reply> {
  const say = meetingWords.say(visit.lang)
  const month = monthOf(visit.query.get('month')) ?? (await nearestMonth(visit))
  const days = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) }
  const hours = hoursOf(visit, days)
  const [meetings, undated, around, events, encounters] = await Promise.all([
    store.meetingsBetween(visit.read, days),
    store.meetingsWithoutDay(visit.read),
    store.daysAround(visit.read, { ...days, timeZone: visit.jurisdiction.timeZone }),
    gatheringsBetween(visit.read, hours).then((all) => eventEntries(visit, all)),
    encountersBetween(visit.read, hours).then((all) => encounterEntries(visit, all)),
  ])
  const problems = await problemNames(visit.read, [
    ...new Set([...meetings, ...undated].map((meeting) => meeting.problem)),
  ])
  const rowsOf = (listed: readonly store.Meeting[]) =>
    listed.map((meeting) => {
      const problem = problems.get(meeting.problem)
      const href = visit.to('meeting.page', { problem: problem?.slug ?? '', number: meeting.number })
      return { meeting, href, language: problem?.language ?? 'und', problem: problem?.question }
    })
  const toMonth = (day: Temporal.PlainDate | null) =>
    day
      ? {
          text: monthName(visit, day.toPlainYearMonth()),
          href: `${visit.to('meeting.all')}?month=${day.toPlainYearMonth().toString()}`,
        }
      : undefined
  return page({
    title: say('all.title'),
    body: (
      <AllPage
        reader={visit}
        say={say}
        now={visit.now}
        placeName={visit.jurisdiction.name}
        month={monthName(visit, month)}
        rows={rowsOf(meetings)}
        undated={rowsOf(undated)}
        others={[...events, ...encounters].toSorted((one, other) =>
          Temporal.Instant.compare(one.meeting.startsAt ?? visit.now, other.meeting.startsAt ?? visit.now),
        )}
        before={toMonth(around.before)}
        after={toMonth(around.after)}
      />
    ),
  })
}

/** In the years a meeting can be called in: the database has no year 0. */
function monthOf(text: string | null): Temporal.PlainYearMonth | undefined {
  return /^(18|19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text ?? '') ? Temporal.PlainYearMonth.from(text ?? '') : undefined
}

async function nearestMonth(visit: Visit): Promise<Temporal.PlainYearMonth> {
  const today = todayIn(visit.jurisdiction, visit.now)
  const first = today.with({ day: 1 })
  const { before, after } = await store.daysAround(visit.read, {
    from: first,
    to: first.subtract({ days: 1 }),
    timeZone: visit.jurisdiction.timeZone,
  })
  return (after ?? before ?? today).toPlainYearMonth()
}

/** "December 2026", as the language writes it. */
function monthName({ lang }: Visit, month: Temporal.PlainYearMonth): string {
  const noon = new Date(`${month.toPlainDate({ day: 1 }).toString()}T12:00:00Z`)
  const name = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon)
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
}

import { file, notFound, page, type Reply, type Visit } from '../../platform/http/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { problemBySlug, problemsById, type Problem } from '../problem/index.ts'
import { calendarText, type FeedMeeting } from './exchange/calendar.ts'
import { meetingWords } from './messages/words.ts'
import { AllPage } from './pages/all-page.tsx'
import { opennessLine } from './pages/lines.ts'
import * as store from './store.ts'

/** The month asked for; else this month, or the nearest one in which somebody meets. */
export async function allPage(visit: Visit<'meeting.all'>): Promise<Reply> {
  const say = meetingWords.say(visit.lang)
  const month = monthOf(visit.query.get('month')) ?? (await nearestMonth(visit))
  const days = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) }
  const [meetings, undated, around] = await Promise.all([
    store.meetingsBetween(visit.read, days),
    store.meetingsWithoutDay(visit.read),
    store.daysAround(visit.read, days),
  ])
  const problems = await problemsOf(visit, [...meetings, ...undated])
  const rowsOf = (listed: readonly store.Meeting[]) =>
    listed.map((meeting) => {
      const problem = problems.get(meeting.problem)
      const href = visit.to('meeting.page', { problem: problem?.slug ?? '', number: meeting.number })
      return { meeting, href, problem: problem?.question }
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
  const { before, after } = await store.daysAround(visit.read, { from: first, to: first.subtract({ days: 1 }) })
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

/** A year back and everything to come: what a calendar program keeps up to date. */
export async function allCalendar(visit: Visit<'meeting.calendar'>): Promise<Reply> {
  const today = todayIn(visit.jurisdiction, visit.now)
  const days = { from: today.subtract({ years: 1 }), to: today.add({ years: 5 }) }
  const meetings = visit.jurisdiction.isTold
    ? await store.meetingsBetween(visit.read, { ...days, from: Temporal.PlainDate.from('1900-01-01') })
    : await store.meetingsBetween(visit.read, days)
  return feed(visit, { name: visit.jurisdiction.name, meetings })
}

export async function seriesCalendar(visit: Visit<'meeting.series-calendar'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  return feed(visit, { name: problem.question, meetings: await store.meetingsOf(visit.read, problem.id) })
}

type FeedOf = { readonly name: string; readonly meetings: readonly store.Meeting[] }

async function feed(visit: Visit, { name, meetings }: FeedOf): Promise<Reply> {
  const body = calendarText({
    name: meetingWords.say(visit.lang)('calendar.name', { name }),
    lang: visit.lang,
    timeZone: visit.jurisdiction.timeZone,
    meetings: await feedMeetings(visit, meetings),
  })
  return file({ body, mediaType: calendarType })
}

export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH'

/** Meetings as a calendar shows them, without those that are hidden. */
export async function feedMeetings(visit: Visit, meetings: readonly store.Meeting[]): Promise<readonly FeedMeeting[]> {
  const say = meetingWords.say(visit.lang)
  const [problems, hidden] = await Promise.all([
    problemsOf(visit, meetings),
    hiddenAmong(
      visit.read,
      meetings.map(({ id }) => id),
    ),
  ])
  const shown = meetings.filter((meeting) => !hidden.has(meeting.id))
  return shown.map((meeting) => {
    const problem = problems.get(meeting.problem)
    const reason =
      meeting.state === 'cancelled' && meeting.cancelReason !== ''
        ? say('page.cancelled', { reason: meeting.cancelReason })
        : ''
    const openness = `${opennessLine(say, meeting)}. ${meeting.closedGround}`.trim()
    return {
      meeting,
      description: [reason, problem?.question ?? '', openness, meeting.access].filter(Boolean).join('\n'),
      url: `${visit.origin}${visit.to('meeting.page', { problem: problem?.slug ?? '', number: meeting.number })}`,
    }
  })
}

async function problemsOf(visit: Visit, meetings: readonly store.Meeting[]): Promise<ReadonlyMap<string, Problem>> {
  const problems = await problemsById(visit.read, [...new Set(meetings.map((meeting) => meeting.problem))])
  return new Map(problems.map((problem) => [problem.id, problem]))
}

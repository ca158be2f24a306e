import { holdsIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { cityOf } from '../../platform/i18n/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { adoptedMandate } from '../mandate/index.ts'
import { isConfirmed, seatsOf } from '../arena/index.ts'
import { problemBySlug, problemCrumbs } from '../problem/index.ts'
import { seriesCrumbs } from './crumbs.ts'
import { inForce } from './ground-rules/rules.ts'
import { groundRulesOf } from './ground-rules/store.ts'
import { meetingWords } from './messages/words.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { MinutesPage } from './pages/minutes-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { SeriesPage } from './pages/series-page.tsx'
import * as rules from './rules.ts'
import { isOfSeries } from './series/commands.ts'
import { wishesOf } from './series/store.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type MeetingVisit = Visit<'meeting.page'>

export async function seriesPage(visit: Visit<'meeting.series'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [meetings, mandate, wishes, groundRules] = await Promise.all([
    store.meetingsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
    wishesOf(visit.read, problem.id),
    groundRulesOf(visit.read, problem.id),
  ])
  const mayCall = !visit.jurisdiction.isTold && rules.prepares(visit.actor, problem.id)
  const rows = meetings.map((meeting) => ({
    meeting,
    href: visit.to('meeting.page', { problem: problem.slug, number: meeting.number }),
  }))
  const words = say(visit)
  return page({
    title: words('series.title'),
    crumbs: problemCrumbs(visit, problem),
    body: (
      <SeriesPage
        reader={visit}
        say={words}
        now={visit.now}
        problem={problem}
        rows={rows}
        planned={mandate?.meetings ?? null}
        mayCall={mayCall}
        mayLay={mayCall && !meetings.some(isOfSeries)}
        wishes={wishes.filter(({ state }) => state === 'open').length}
        rulesVersion={inForce(groundRules)?.version ?? null}
        isTold={visit.jurisdiction.isTold}
      />
    ),
  })
}

/** The form to call a meeting, or, where the address has a number, to change it. */
export async function planPage(
  visit: Visit<'meeting.new'> | MeetingVisit,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const number = 'number' in visit.params ? numberOf(visit.params.number) : undefined
  const meeting = number === undefined ? undefined : await store.meetingByNumber(visit.read, problem.id, number)
  if (number !== undefined && !meeting) return notFound()
  const words = say(visit)
  const isNew = meeting === undefined
  const title = words(isNew ? 'new.title' : 'change.title')
  const action = meeting
    ? visit.to('meeting.change', { problem: problem.slug, number: meeting.number })
    : visit.to('meeting.call', { problem: problem.slug })
  const typed = errors.length > 0 || !meeting ? visit.form.typed : typedOf(visit, meeting)
  const zone = cityOf(visit.jurisdiction.timeZone, visit.common)
  return page({
    title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <PlanPage say={words} common={visit.common} {...{ action, typed, errors, zone, isNew }} />,
  })
}

function typedOf({ time }: Visit, meeting: store.Meeting): Readonly<Record<string, string>> {
  const { startsAt, endsAt } = meeting
  return {
    title: meeting.title,
    day: meeting.day?.toString() ?? '',
    starts: startsAt ? time.hour(startsAt) : '',
    ends: endsAt ? time.hour(endsAt) : '',
    place: meeting.place ?? '',
    access: meeting.access,
    documents: meeting.documents,
    openness: meeting.isOpen === false ? 'closed' : 'open',
    closedGround: meeting.closedGround,
  }
}

export async function meetingPage(visit: MeetingVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findMeeting(visit)
  if (!found) return notFound()
  const { problem, meeting, items } = found
  const groundRules = inForce(await groundRulesOf(visit.read, problem.id))
  const [attendees, seats, isGroupConfirmed, hidden, authors] = await Promise.all([
    store.attendanceOf(visit.read, meeting.id),
    seatsOf(visit.read, problem.id),
    isConfirmed(visit.read, problem.id),
    hiddenAmong(visit.read, [meeting.id, ...items.map((item) => item.id), ...(groundRules ? [groundRules.id] : [])]),
    bylines(visit.read, [meeting.calledBy, ...items.map((item) => item.minutesBy)]),
  ])
  const isTold = visit.jurisdiction.isTold || meeting.source !== null
  const prepares = rules.prepares(visit.actor, problem.id) && !isTold
  const isStill = meeting.state === 'called' && !rules.hasBegun(meeting, visit.now)
  return page({
    title: hidden.has(meeting.id) ? say(visit)('page.title', { number: meeting.number }) : meeting.title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MeetingPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        typed={visit.form.typed}
        times={rules.itemTimes(
          meeting.startsAt,
          items.map((item) => item.plannedMinutes),
        )}
        seatCount={seats.length}
        {...{ errors, problem, meeting, items, attendees, authors, hidden, groundRules }}
        may={{
          addItem: !isTold && rules.addItem(problem.id, meeting, visit.actor).ok,
          change: prepares && isStill,
          wish: !isTold && isStill && holdsIn(visit.actor, problem.id, 'member'),
          write:
            !isTold &&
            rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed }).ok,
        }}
      />
    ),
  })
}

export async function minutesPage(visit: MeetingVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findMeeting(visit)
  if (!found) return notFound()
  const { problem, meeting, items } = found
  const [seats, isGroupConfirmed, attendees] = await Promise.all([
    seatsOf(visit.read, problem.id),
    isConfirmed(visit.read, problem.id),
    store.attendanceOf(visit.read, meeting.id),
  ])
  const words = say(visit)
  const allowed = rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed })
  const asked = numberOf(visit.form.typed['item']?.[0] ?? visit.query.get('item') ?? '')
  const current =
    items.find((item) => item.number === asked) ?? items.find((item) => item.minutesAt === null) ?? items[0]
  return page({
    title: words('minutes.title', { title: meeting.title }),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MinutesPage
        reader={visit}
        say={words}
        typed={visit.form.typed}
        seats={seats}
        present={attendees.filter((attendee) => attendee.isPresent).map((attendee) => attendee.seat)}
        isStaff={allowed.ok && allowed.value.isStaff}
        closed={allowed.ok ? undefined : words(`refused.${allowed.refusal}`)}
        {...{ errors, problem, meeting, items, current }}
      />
    ),
  })
}

export async function findMeeting(visit: MeetingVisit) {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const meeting = problem && (await store.meetingByNumber(visit.read, problem.id, number))
  return meeting && { problem, meeting, items: await store.itemsOf(visit.read, [meeting.id]) }
}

export function say(visit: Visit) {
  return meetingWords.say(visit.lang)
}

export function atOf({ params }: MeetingVisit): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: numberOf(params.number) }
}

/** Zero is nobody's number: what cannot be one is not found. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

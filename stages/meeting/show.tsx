import { holdsIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { cityOf } from '../../platform/i18n/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { adoptedMandate } from '../mandate/index.ts'
import { isConfirmed, seatsOf, type Seat } from '../arena/index.ts'
import { problemBySlug, problemCrumbs } from '../problem/index.ts'
import { addItem, runningTimes } from './agenda/rules.ts'
import { itemsOf } from './agenda/store.ts'
import { standsInFor } from './attendance/stand-in.ts'
import { attendanceOf, repliesTo, substitutesIn, type Reply as ReplyRow } from './attendance/store.ts'
import { mayReadInside } from './closing/rules.ts'
import { groundsOf } from './closing/store.ts'
import { numberOf, seriesCrumbs } from './crumbs.ts'
import { inForce } from './ground-rules/rules.ts'
import { groundRulesOf } from './ground-rules/store.ts'
import { maySee } from './materials/rules.ts'
import { materialsOf } from './materials/store.ts'
import { meetingWords } from './messages/words.ts'
import { laterMeeting } from './minutes/commands.ts'
import { approvalsOf, versionsOf } from './minutes/store.ts'
import { headingOf } from './pages/lines.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { SeriesPage } from './pages/series-page.tsx'
import * as rules from './rules.ts'
import { isOfSeries } from './series/commands.ts'
import { wishesOf } from './series/store.ts'
import * as store from './store.ts'
import { tasksOf } from './tasks/store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type MeetingVisit = Visit<'meeting.page'>

export async function seriesPage(visit: Visit<'meeting.series'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [meetings, mandate, wishes, groundRules, tasks] = await Promise.all([
    store.meetingsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
    wishesOf(visit.read, problem.id),
    groundRulesOf(visit.read, problem.id),
    tasksOf(visit.read, problem.id),
  ])
  const inside = new Set(
    meetings
      .filter((one) => mayReadInside(problem.id, one, { actor: visit.actor, standsIn: false }))
      .map(({ id }) => id),
  )
  const open = tasks.filter(({ doneAt, meeting }) => doneAt === null && inside.has(meeting))
  const hidden = await hiddenAmong(
    visit.read,
    open.map(({ id }) => id),
  )
  const mayCall = !visit.jurisdiction.isTold && rules.prepares(visit.actor, problem.id)
  const rows = meetings.map((meeting) => ({
    meeting,
    href: visit.to('meeting.page', { problem: problem.slug, number: meeting.number }),
    language: problem.language,
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
        tasks={open}
        hidden={hidden}
        may={{ run: !visit.jurisdiction.isTold && rules.runs(visit.actor, problem.id) }}
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
  const grounds = (await groundsOf(visit.read)).map(({ words: listed }) => listed)
  return page({
    title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <PlanPage say={words} common={visit.common} {...{ action, typed, errors, zone, isNew, grounds }} />,
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
    closedWords: meeting.closedWords,
    ...(meeting.decisionsClosed ? { decisionsClosed: 'yes' } : {}),
  }
}

/** Every act on a meeting's page comes back to it, when something is to be mended. */
type OfMeeting =
  | MeetingVisit
  | Visit<'meeting.cancel'>
  | Visit<'meeting.add-item'>
  | Visit<'meeting.change-item'>
  | Visit<'meeting.move-item'>
  | Visit<'meeting.open-item'>
  | Visit<'meeting.say-coming'>

export async function meetingPage(visit: OfMeeting, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findMeeting(visit)
  if (!found) return notFound()
  const { problem, meeting, items } = found
  const { read } = visit
  const ids = items.map(({ id }) => id)
  const [attendees, seats, isGroupConfirmed, authors, versions, approvals, tasks, rulesVersions, papers, replies] =
    await Promise.all([
      attendanceOf(read, meeting.id),
      seatsOf(read, problem.id),
      isConfirmed(read, problem.id),
      bylines(read, [meeting.calledBy, meeting.closedBy, ...items.map((item) => item.minutesBy)]),
      versionsOf(read, ids),
      approvalsOf(read, [meeting.id]),
      tasksOf(read, problem.id),
      groundRulesOf(read, problem.id),
      materialsOf(read, meeting.id),
      repliesTo(read, [meeting.id]),
    ])
  const groundRules = inForce(rulesVersions)
  const own = tasks.filter((task) => task.meeting === meeting.id)
  const hidden = await hiddenAmong(read, [
    meeting.id,
    ...ids,
    ...own.map(({ id }) => id),
    ...(groundRules ? [groundRules.id] : []),
  ])
  const isTold = visit.jurisdiction.isTold || meeting.source !== null
  const prepares = rules.prepares(visit.actor, problem.id) && !isTold
  const isRunning = rules.runs(visit.actor, problem.id) && !isTold
  const isStill = meeting.state === 'called' && !rules.hasBegun(meeting, visit.now)
  const isOver = meeting.endsAt !== null && Temporal.Instant.compare(meeting.endsAt, visit.now) < 0
  const standsIn = await standsInFor(read, meeting, visit.actor)
  const lengths = items.map((item) => ({ minutes: item.plannedMinutes, openedAt: item.openedAt }))
  const now = isOver ? (meeting.endsAt ?? visit.now) : visit.now
  return page({
    title: hidden.has(meeting.id) ? say(visit)('page.title', headingOf(meeting)) : meeting.title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MeetingPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        typed={visit.form.typed}
        times={runningTimes(meeting.startsAt, lengths, now)}
        seatCount={seats.length}
        {...{ errors, problem, meeting, items, attendees, authors, hidden, groundRules, versions, replies }}
        approval={approvals[0]}
        isInside={mayReadInside(problem.id, meeting, { actor: visit.actor, standsIn })}
        tasks={own}
        papers={papers.filter((paper) => maySee(problem.id, paper, visit.actor)).length}
        own={isStill && !isTold ? await ownSeat(visit, { problem, seats, replies }) : undefined}
        may={{
          addItem: !isTold && !isOver && addItem(problem.id, meeting, { actor: visit.actor, standsIn }).ok,
          arrange: prepares && !isOver,
          isArrangeable: !isTold && !isOver,
          change: prepares && isStill,
          wish: !isTold && isStill && holdsIn(visit.actor, problem.id, 'member'),
          run: isRunning,
          approve:
            isRunning &&
            isOver &&
            approvals.length === 0 &&
            laterMeeting(await store.meetingsOf(read, problem.id), meeting, visit.now) !== undefined,
          write:
            !isTold &&
            rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed }).ok,
        }}
      />
    ),
  })
}

type Seats = {
  readonly problem: { readonly id: Id<'problem'> }
  readonly seats: readonly Seat[]
  readonly replies: readonly ReplyRow[]
}

/** What the reader has said of her own seat, and who could come in her place. */
async function ownSeat({ read, actor }: Visit, { problem, seats, replies }: Seats) {
  const seat = seats.find(({ account }) => account === actor.account)
  if (!seat) return undefined
  const substitutes = await substitutesIn(read, problem.id)
  const substitute = substitutes.find((one) => one.seat === seat.id && one.acceptedAt !== null)
  return {
    answer: replies.find((one) => one.seat === seat.id)?.answer ?? null,
    substitute: substitute?.name ?? null,
  }
}

async function findMeeting(visit: OfMeeting) {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const meeting = problem && (await store.meetingByNumber(visit.read, problem.id, number))
  return meeting && { problem, meeting, items: await itemsOf(visit.read, [meeting.id]) }
}

export function say(visit: Visit) {
  return meetingWords.say(visit.lang)
}

export function atOf({ params }: Pick<MeetingVisit, 'params'>): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: numberOf(params.number) }
}

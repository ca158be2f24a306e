import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import type { Read } from '../../../platform/db/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { seriesCrumbs } from '../crumbs.ts'
import { hasBegun, runs } from '../rules.ts'
import { meetingsOf, type Meeting } from '../store.ts'
import { attendanceWords, type SayAttendance } from './messages/words.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { SubstitutesPage } from './pages/substitutes-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export function say(visit: Visit): SayAttendance {
  return attendanceWords.say(visit.lang)
}

/** What the early warning is told from: the last meetings with a record, the next one, and what each seat has said of it. */
export async function attendanceIn(read: Read, problem: Problem, now: Temporal.Instant) {
  const [meetings, seats] = await Promise.all([meetingsOf(read, problem.id), seatsOf(read, problem.id)])
  const standing = meetings.filter(({ state }) => state === 'called')
  const held = standing
    .filter(({ attendanceAt }) => attendanceAt !== null)
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt ?? now, b.startsAt ?? now))
  const next = nextOf(standing, now)
  const [came, replies] = await Promise.all([
    store.attendances(
      read,
      held.map(({ id }) => id),
    ),
    store.repliesTo(read, next ? [next.id] : []),
  ])
  const rows = held.map(({ id }) => ({ seats: came.get(id) ?? [] }))
  const sitting = seats.map((seat) => ({
    ...seat,
    answer: replies.find((one) => one.seat === seat.id)?.answer ?? null,
  }))
  const warnings = rules.warnings(rows, { seats: sitting, startsAt: next?.startsAt ?? null }, now)
  return { next, warnings, rows, seats: sitting }
}

function nextOf(meetings: readonly Meeting[], now: Temporal.Instant): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.startsAt !== null && !hasBegun(meeting, now))
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt ?? now, b.startsAt ?? now))[0]
}

type OfDesk = Visit<'meeting.attendance'> | Visit<'meeting.contact'> | Visit<'meeting.note-outcome'>

export async function deskPage(visit: OfDesk, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  if (!runs(visit.actor, problem.id)) return refused(say(visit)('refused.not-yours-to-run'), 403)
  const [{ next, warnings, rows, seats }, substitutes, contacts] = await Promise.all([
    attendanceIn(visit.read, problem, visit.now),
    store.substitutesIn(visit.read, problem.id),
    store.contactsIn(visit.read, problem.id),
  ])
  return page({
    title: say(visit)('desk.title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DeskPage
        reader={visit}
        {...{ problem, next, warnings, substitutes, contacts, errors }}
        typed={visit.form.typed}
        seats={seats.map((seat) => {
          const own = rows.flatMap((row) => row.seats.filter((one) => one.seat === seat.id))
          return { ...seat, called: own.length, came: own.filter(({ isPresent }) => isPresent).length }
        })}
      />
    ),
  })
}

type OfSubstitutes =
  | Visit<'meeting.substitutes'>
  | Visit<'meeting.name-substitute'>
  | Visit<'meeting.answer-substitution'>

export async function substitutesPage(visit: OfSubstitutes, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [seats, substitutes] = await Promise.all([
    seatsOf(visit.read, problem.id),
    store.substitutesIn(visit.read, problem.id),
  ])
  const { account } = visit.actor
  const seat = seats.find((one) => one.account === account)
  return page({
    title: say(visit)('sub.title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <SubstitutesPage
        reader={visit}
        {...{ problem, errors }}
        typed={visit.form.typed}
        own={seat && { substitute: substitutes.find((one) => one.seat === seat.id) }}
        asked={substitutes
          .filter((one) => one.account === account)
          .map((one) => ({ ...one, seatName: seats.find(({ id }) => id === one.seat)?.name ?? '' }))}
      />
    ),
  })
}

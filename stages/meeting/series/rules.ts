import { holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Calendar } from '@folkmoot/basics/working-days.ts'
import { hasBegun, prepares, runs } from '../rules.ts'

export const mayWish: Policy = whoever('member')

/** The template (R22): five to seven meetings of two to three hours, first to find out, then to make something of it. */
export const template = { least: 5, most: 7, starts: '18:00', ends: '20:30', weekday: 4 } as const

/** Two are the fewest that have a before and an after; two a month for a year the most anybody plans. */
const fewestMeetings = 2
const mostMeetings = 24

export type Phase = 'explore' | 'shape'

/** Of seven meetings the first three explore; of fewer, as large a share. */
export function phasesFor(meetings: number): readonly Phase[] {
  const explore = Math.round((meetings * 3) / 7)
  return Array.from({ length: meetings }, (_, i) => (i < explore ? 'explore' : 'shape'))
}

/** How many meetings one may choose from: those of the template, and what the mandate plans. */
export function numbersFor(planned: number | null): readonly number[] {
  const { least, most } = template
  const numbers = new Set(Array.from({ length: most - least + 1 }, (_, i) => least + i))
  if (planned !== null && planned >= fewestMeetings && planned <= mostMeetings) numbers.add(planned)
  return [...numbers].toSorted((a, b) => a - b)
}

export type Timetable = {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly meetings: number
  /** 1 is Monday. */
  readonly weekday: number
}

/**
 * Days for a series: spread evenly over the weeks between two days, the first as early and the last as late as they go, each on
 * the weekday wished for. Where that is a public holiday or lies outside, the nearest working day of the same week. O(weeks).
 */
export function layOut(
  { from, to, meetings, weekday }: Timetable,
  { holidays }: Pick<Calendar, 'holidays'>,
): Result<readonly Temporal.PlainDate[], 'too-few-weeks'> {
  const closed = new Set(holidays.map(String))
  const isFree = (day: Temporal.PlainDate): boolean =>
    day.dayOfWeek <= 5 &&
    !closed.has(day.toString()) &&
    Temporal.PlainDate.compare(day, from) >= 0 &&
    Temporal.PlainDate.compare(day, to) <= 0
  const free: Temporal.PlainDate[] = []
  let monday = from.subtract({ days: from.dayOfWeek - 1 })
  for (; Temporal.PlainDate.compare(monday, to) <= 0; monday = monday.add({ days: 7 })) {
    const days = [1, 2, 3, 4, 5].toSorted((a, b) => Math.abs(a - weekday) - Math.abs(b - weekday))
    const day = days.map((one) => monday.add({ days: one - 1 })).find(isFree)
    if (day) free.push(day)
  }
  if (free.length < meetings || meetings < fewestMeetings) return refuse('too-few-weeks')
  const step = (free.length - 1) / (meetings - 1)
  return accept(Array.from({ length: meetings }, (_, i) => free[Math.round(i * step)] ?? from))
}

export type LayRefusal =
  | 'not-yours-to-run'
  | 'laid-already'
  | 'series-number'
  | 'days-in-order'
  | 'in-the-past'
  | 'ends-before-start'
  | 'too-long-meeting'

export type LaidMeeting = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }

/** A series is called once; after that its meetings are changed one by one. A day of it lasts no longer than twelve hours. */
export function lay(
  problem: Id<'problem'>,
  { meetings, isLaid }: { readonly meetings: readonly LaidMeeting[]; readonly isLaid: boolean },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, LayRefusal> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (isLaid) return refuse('laid-already')
  if (meetings.length < fewestMeetings || meetings.length > mostMeetings) return refuse('series-number')
  for (const [index, { startsAt, endsAt }] of meetings.entries()) {
    if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return refuse('ends-before-start')
    if (startsAt.until(endsAt).total('hours') > 12) return refuse('too-long-meeting')
    if (Temporal.Instant.compare(startsAt, now) <= 0) return refuse('in-the-past')
    const before = meetings[index - 1]
    if (before && Temporal.Instant.compare(before.endsAt, startsAt) > 0) return refuse('days-in-order')
  }
  return accept(actor)
}

export type WishKind = 'move' | 'drop' | 'add'

/** What a rule has to know of the meeting a wish is about. */
export type Wished = {
  readonly kind: WishKind
  /** Null for one to be added. */
  readonly meeting: { readonly state: 'called' | 'cancelled'; readonly startsAt: Temporal.Instant | null } | null
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
}

export type WishRefusal = 'not-a-member' | 'which-meeting' | 'is-cancelled' | 'has-begun' | WhenRefusal
type WhenRefusal = 'when-needed' | 'ends-before-start' | 'in-the-past'

/** Every member may want the series changed: it is the group's own. */
export function wish(
  problem: Id<'problem'>,
  wished: Wished,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, WishRefusal> {
  if (!isSignedIn(actor) || !holdsIn(actor, problem, 'member')) return refuse('not-a-member')
  const can = stillPossible(wished, now)
  return can.ok ? accept(actor) : can
}

/**
 * Whose yes a change needs. Moving a meeting is a matter of rooms and calendars: the chair or a facilitator. How many meetings
 * there are is what the mandate promised: the chair alone.
 */
export function mayAnswer(problem: Id<'problem'>, kind: WishKind, actor: Actor): actor is SignedIn {
  return kind === 'move' ? runs(actor, problem) : isSignedIn(actor) && holdsIn(actor, problem, 'arena-chair')
}

export type AnswerRefusal =
  | 'not-yours-to-answer'
  | 'answered-already'
  | 'reason-needed'
  | Exclude<WishRefusal, 'not-a-member'>

export function answerWish(
  problem: Id<'problem'>,
  wished: Wished & { readonly isOpen: boolean },
  {
    isGranted,
    reason,
    actor,
    now,
  }: {
    readonly isGranted: boolean
    readonly reason: string
    readonly actor: Actor
    readonly now: Temporal.Instant
  },
): Result<SignedIn, AnswerRefusal> {
  if (!mayAnswer(problem, wished.kind, actor)) return refuse('not-yours-to-answer')
  if (!wished.isOpen) return refuse('answered-already')
  if (!isGranted) return reason === '' ? refuse('reason-needed') : accept(actor)
  const can = stillPossible(wished, now)
  return can.ok ? accept(actor) : can
}

function stillPossible(
  { kind, meeting, startsAt, endsAt }: Wished,
  now: Temporal.Instant,
): Result<null, Exclude<WishRefusal, 'not-a-member'>> {
  if (kind !== 'add') {
    if (!meeting) return refuse('which-meeting')
    if (meeting.state === 'cancelled') return refuse('is-cancelled')
    if (hasBegun(meeting, now)) return refuse('has-begun')
  }
  if (kind === 'drop') return accept(null)
  if (!startsAt || !endsAt) return refuse('when-needed')
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return refuse('ends-before-start')
  return Temporal.Instant.compare(startsAt, now) <= 0 ? refuse('in-the-past') : accept(null)
}

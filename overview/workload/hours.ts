import type { Id } from '@folkmoot/basics/ids.ts'

/** How much time a group asks of those in it, and has had of them: from meetings called, who came, and talks held. */

export type Held = {
  readonly id: Id<'meeting'>
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** Seats whose holders came themselves; null where nobody has recorded it. */
  readonly present: ReadonlySet<Id<'seat'>> | null
}

/** Hours to one decimal. What is planned holds what is done. */
export type Hours = { readonly planned: number; readonly done: number }

export const noHours: Hours = { planned: 0, done: 0 }

function lasting({ startsAt, endsAt }: Pick<Held, 'startsAt' | 'endsAt'>): number {
  return startsAt.until(endsAt).total('hours')
}

function isOver({ endsAt }: Pick<Held, 'endsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endsAt, now) <= 0
}

/** From when to when somebody was in it; null while she still is. */
export type Span = { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null }

/** Meetings she was there for: not those over before she came, nor those begun after she left. */
function within(meetings: readonly Held[], { from, to }: Span): readonly Held[] {
  return meetings.filter(
    ({ startsAt, endsAt }) =>
      Temporal.Instant.compare(endsAt, from) > 0 && (to === null || Temporal.Instant.compare(startsAt, to) < 0),
  )
}

/** Of one seat while somebody held it: those meetings are planned; done is where its holder was recorded as present. */
export function hoursOfSeat(
  { id, ...held }: Span & { readonly id: Id<'seat'> },
  meetings: readonly Held[],
  now: Temporal.Instant,
): Hours {
  const hers = within(meetings, held)
  const done = hers.filter((one) => isOver(one, now) && one.present?.has(id) === true)
  return { planned: sum(hers.map(lasting)), done: sum(done.map(lasting)) }
}

/** Of whoever facilitates, while she does; nobody records whether she came, for none is held without. */
export function hoursOfFacilitator(served: Span, meetings: readonly Held[], now: Temporal.Instant): Hours {
  const hers = within(meetings, served)
  return { planned: sum(hers.map(lasting)), done: sum(hers.filter((one) => isOver(one, now)).map(lasting)) }
}

/** Talks and visits a politician offered about the problem. */
export function hoursOfTalks(talks: readonly Pick<Held, 'startsAt' | 'endsAt'>[], now: Temporal.Instant): Hours {
  return { planned: sum(talks.map(lasting)), done: sum(talks.filter((one) => isOver(one, now)).map(lasting)) }
}

export function added(all: readonly Hours[]): Hours {
  return { planned: sum(all.map(({ planned }) => planned)), done: sum(all.map(({ done }) => done)) }
}

/** Hours of meetings that are over and of which nobody has recorded who came: the done is at least what is said. */
export function unrecorded(meetings: readonly Held[], now: Temporal.Instant): number {
  return sum(meetings.filter((one) => isOver(one, now) && one.present === null).map(lasting))
}

function sum(hours: readonly number[]): number {
  return Math.round(hours.reduce((all, one) => all + one, 0) * 10) / 10
}

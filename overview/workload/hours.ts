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

/** Of one seat: every meeting is planned for it; done is where its holder was recorded as present. */
export function hoursOfSeat(seat: Id<'seat'>, meetings: readonly Held[], now: Temporal.Instant): Hours {
  const done = meetings.filter((one) => isOver(one, now) && one.present?.has(seat) === true)
  return { planned: sum(meetings.map(lasting)), done: sum(done.map(lasting)) }
}

/** Of whoever facilitates: the meetings since she was named; nobody records whether she came, for none is held without. */
export function hoursOfFacilitator(since: Temporal.Instant, meetings: readonly Held[], now: Temporal.Instant): Hours {
  const hers = meetings.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, since) >= 0)
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

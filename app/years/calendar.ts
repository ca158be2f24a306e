import type { Id } from '@folkmoot/basics/ids.ts'

/** How many years the place has kept its record. */
export const years = 20

/** Days after it was raised on which a case takes its steps; every seventh is answered late. */
export const steps = {
  takenUp: 20,
  mandate: 60,
  seated: 90,
  written: 200,
  handedOver: 240,
  answered: 275,
  answeredLate: 390,
} as const

/** One case of the place, and the days it goes by. */
export type Case = {
  /** From 0, the oldest first. */
  readonly at: number
  readonly id: Id<'problem'>
  readonly slug: string
  readonly question: string
  readonly raisedOn: Temporal.PlainDate
  /** What the seats of residents are for. */
  readonly profile: Id<'profile'>
}

/** Noon, so that a day is the same day in the zone of the place. */
export function noon(day: Temporal.PlainDate): string {
  return `${day.toString()}T11:00:00Z`
}

export function after({ raisedOn }: Case, days: number): Temporal.PlainDate {
  return raisedOn.add({ days })
}

export function answeredOn(one: Case): Temporal.PlainDate {
  return after(one, one.at % 7 === 3 ? steps.answeredLate : steps.answered)
}

/** The vote on all answers and, the day after it, the closing. */
export function closedOn(one: Case): Temporal.PlainDate {
  return answeredOn(one).add({ days: 11 })
}

/** Has that day come? What happens today has not happened yet. */
export function isPast(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) < 0
}

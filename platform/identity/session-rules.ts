import type { RoleName } from '@folkmoot/basics/actor.ts'

/** A month: long enough for a meeting series' rhythm, short enough to forget a lost phone. */
export const sessionDays = 30

/** What somebody in office may do binds others: she signs in once a week. */
export const officeDays = 7

/** A working day: who leaves a desk in the evening finds herself signed out in the morning, and so does whoever finds the desk. */
export const officeHoursUnused = 12

/** How exactly the last use is noted, in minutes: so often at most is a row written for reading. */
export const minutesBetweenNotes = 15

/** What changes how somebody gets in asks for a proof as old at most: whoever finds a browser open does not have it. */
export const minutesFresh = 15

export function isFresh(proven: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return proven !== undefined && Temporal.Instant.compare(proven.add({ minutes: minutesFresh }), now) > 0
}

const offices: ReadonlySet<RoleName> = new Set<RoleName>([
  'politician',
  'body-chair',
  'delegate',
  'facilitator',
  'officer',
  'clerk',
  'administrator',
])

export function holdsOffice(roles: readonly { readonly name: RoleName }[]): boolean {
  return roles.some(({ name }) => offices.has(name))
}

export type Lived = {
  readonly openedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Whether a session has ended by itself. Who gets an office while it lasts is judged by what she is now. */
export function isOver({ openedAt, usedAt, expiresAt }: Lived, now: Temporal.Instant, isOffice: boolean): boolean {
  const ends = isOffice
    ? [expiresAt, openedAt.add({ hours: 24 * officeDays }), usedAt.add({ hours: officeHoursUnused })]
    : [expiresAt]
  return ends.some((end) => Temporal.Instant.compare(end, now) <= 0)
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { seatsHeldDuring, type HeldSeat } from '../../arena/index.ts'
import type { Meeting } from '../store.ts'
import { attendanceOf, substitutesIn, type Attendee } from './store.ts'

export type StandIn = NonNullable<Attendee['standIn']> & { readonly seat: Id<'seat'> }

export type Called = {
  /** Whoever sat while the meeting ran, whether or not she sits now. */
  readonly seats: readonly HeldSeat[]
  /** Who said yes to sitting there instead, and who is recorded as having done so. */
  readonly standIns: readonly StandIn[]
  /** As it is recorded now. */
  readonly attendees: readonly Attendee[]
}

/** Whom a record of who came is about: recorded or corrected later, it is still about those who sat then. */
export async function calledTo(read: Read, { id, problem, startsAt, endsAt }: Meeting): Promise<Called> {
  const [seats, substitutes, attendees] = await Promise.all([
    startsAt ? seatsHeldDuring(read, problem, { from: startsAt, to: endsAt ?? startsAt }) : [],
    substitutesIn(read, problem),
    attendanceOf(read, id),
  ])
  const recorded = attendees.flatMap(({ seat, standIn }) => (standIn ? [{ seat, ...standIn }] : []))
  const named = substitutes
    .filter((one) => one.acceptedAt !== null && !recorded.some(({ seat }) => seat === one.seat))
    .map(({ seat, account, name }) => ({ seat, account, name }))
  const isThere = ({ seat }: StandIn): boolean => seats.some(({ id: held }) => held === seat)
  return { seats, attendees, standIns: [...recorded, ...named].filter(isThere) }
}

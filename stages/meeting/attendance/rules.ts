import { isSignedIn, signedIn, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { hasBegun, type MeetingState } from '../rules.ts'

/** The finer rule says who: whose seat it is, or who runs the meetings. */
export const mayReply: Policy = signedIn

export const replies = ['coming', 'not-coming', 'substitute'] as const
export type ReplyAnswer = (typeof replies)[number]

export type ReplyRefusal = 'not-your-seat' | 'is-cancelled' | 'has-begun' | 'no-substitute'

/** Whoever has the seat says whether she comes, as often as she likes until it begins. Why is nobody's business and has no field. */
export function reply(
  {
    seat,
    meeting,
    hasSubstitute,
  }: {
    readonly seat: { readonly account: Id<'account'> } | undefined
    readonly meeting: MeetingState
    readonly hasSubstitute: boolean
  },
  answer: ReplyAnswer,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, ReplyRefusal> {
  if (!isSignedIn(actor) || seat?.account !== actor.account) return refuse('not-your-seat')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  if (hasBegun(meeting, now)) return refuse('has-begun')
  return answer === 'substitute' && !hasSubstitute ? refuse('no-substitute') : accept(actor)
}

/** What is saved of who came. Nobody ticked is a slip, unless it is said that nobody came: it would be published. */
export function recordAttendance({
  seats,
  present,
  saysNobody,
}: {
  readonly seats: number
  readonly present: number
  readonly saysNobody: boolean
}): Result<null, 'no-seats' | 'nobody-ticked' | 'nobody-and-somebody'> {
  if (seats === 0) return refuse('no-seats')
  if (present === 0) return saysNobody ? accept(null) : refuse('nobody-ticked')
  return saysNobody ? refuse('nobody-and-somebody') : accept(null)
}

/** What is known of one meeting that was held: who was called to it, and who came (a substitute counts for the seat). */
export type Held = { readonly seats: readonly { readonly seat: Id<'seat'>; readonly isPresent: boolean }[] }

export type SeatAt = {
  readonly id: Id<'seat'>
  readonly kind: 'politician' | 'citizen'
  /** What she has said of the coming meeting; null: nothing yet. */
  readonly answer: ReplyAnswer | null
}

export type Warning =
  /** Missed the last meetings, this many in a row. */
  | { readonly kind: 'missed'; readonly seat: Id<'seat'>; readonly times: number }
  /** Of one side, fewer than half will be there. */
  | { readonly kind: 'thin'; readonly side: SeatAt['kind']; readonly coming: number; readonly of: number }
  /** Fewer than half of all seats have said that they come, and it is near. */
  | { readonly kind: 'few'; readonly coming: number; readonly of: number }

/** Two in a row is where a seat is usually lost; a week is long enough to call somebody. */
const inARow = 2
const daysBefore = 7

/**
 * Early warning (R29): told while something can still be done. Meetings held, the latest last; the seats as they stand now with
 * what each has said of the coming meeting. A side is thin when more than half of it has said no: silence is counted
 * only in the week before. O(meetings · seats).
 */
export function warnings(
  held: readonly Held[],
  { seats, startsAt }: { readonly seats: readonly SeatAt[]; readonly startsAt: Temporal.Instant | null },
  now: Temporal.Instant,
): readonly Warning[] {
  const missed = seats.flatMap(({ id }): Warning[] => {
    const times = missedInARow(held, id)
    return times >= inARow ? [{ kind: 'missed', seat: id, times }] : []
  })
  if (startsAt === null) return missed
  const isComing = ({ answer }: SeatAt): boolean => answer === 'coming' || answer === 'substitute'
  const thin = (['politician', 'citizen'] as const).flatMap((side): Warning[] => {
    const own = seats.filter(({ kind }) => kind === side)
    const off = own.filter(({ answer }) => answer === 'not-coming').length
    return off * 2 > own.length ? [{ kind: 'thin', side, coming: own.length - off, of: own.length }] : []
  })
  const coming = seats.filter(isComing).length
  const isNear = now.until(startsAt).total('hours') <= daysBefore * 24
  const few: Warning[] =
    isNear && seats.length > 0 && coming * 2 < seats.length ? [{ kind: 'few', coming, of: seats.length }] : []
  return [...few, ...thin, ...missed]
}

/** Only meetings the seat was called to count; one it came to ends the row. */
export function missedInARow(held: readonly Held[], seat: Id<'seat'>): number {
  const known = held.flatMap(({ seats }) => seats.filter((one) => one.seat === seat)).toReversed()
  const last = known.findIndex(({ isPresent }) => isPresent)
  return last === -1 ? known.length : last
}

export type SubstituteRefusal =
  | 'not-your-seat'
  | 'has-one-already'
  | 'sits-already'
  | 'yourself'
  | 'wrong-side'
  | 'is-staff'

/** Each seat may have one; not herself, nobody who sits already, no public employee, and on the same side of the table. */
export function nameSubstitute(
  seat: { readonly account: Id<'account'>; readonly kind: SeatAt['kind'] } | undefined,
  other:
    | {
        readonly account: Id<'account'>
        readonly isPolitician: boolean
        readonly isStaff: boolean
        readonly sits: boolean
      }
    | undefined,
  { actor, hasOne }: { readonly actor: Actor; readonly hasOne: boolean },
): Result<SignedIn, SubstituteRefusal> {
  if (!isSignedIn(actor) || seat?.account !== actor.account) return refuse('not-your-seat')
  if (hasOne) return refuse('has-one-already')
  if (!other) return accept(actor)
  if (other.account === actor.account) return refuse('yourself')
  if (other.sits) return refuse('sits-already')
  if (other.isStaff) return refuse('is-staff')
  return other.isPolitician === (seat.kind === 'politician') ? accept(actor) : refuse('wrong-side')
}

export const outcomes = [
  'comes-back',
  'needs-child-care',
  'needs-transport',
  'needs-pay',
  'needs-other',
  'leaves',
] as const
export type Outcome = (typeof outcomes)[number]

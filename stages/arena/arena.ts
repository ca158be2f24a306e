import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { offersOf, type Offer } from './acceptances/store.ts'
import type { Filling } from './acceptances/vacancy-rules.ts'
import { adoptedMandate, type Mandate } from '../mandate/index.ts'
import type { Problem } from '../problem/index.ts'
import { missingFrom, type Missing } from './composition/missing.ts'
import { ruleOf, type Rule, type SetUp } from './composition/set-up-rules.ts'
import { setUpOf } from './composition/store.ts'
import type { ArenaState } from './rules.ts'
import { leftSeatsOf, type LeftSeat } from './seat-store.ts'
import * as store from './store.ts'

/** Everything about the arena of one problem that pages and rules look at. */
export type Arena = ArenaState & {
  readonly mandate: Mandate | undefined
  readonly setUp: SetUp | undefined
  /** What the body fixed and, where it left room, what was set up. */
  readonly rule: Rule
  readonly call: store.Call | null
  /** Who sits now. */
  readonly seats: readonly store.Seat[]
  /** Seats that were left. */
  readonly left: readonly LeftSeat[]
  /** Every offer there was. */
  readonly offers: readonly Offer[]
  /** Those that wait for a yes or a no. */
  readonly asked: readonly Offer[]
  readonly filling: Filling
  readonly confirmation: store.Confirmation | undefined
  readonly missing: readonly Missing[]
}

export async function loadArena(read: Read, problem: Problem): Promise<Arena> {
  const [mandate, setUp, call, seats, left, offers, confirmation] = await Promise.all([
    adoptedMandate(read, problem.id),
    setUpOf(read, problem.id),
    store.callOf(read, problem.id),
    store.seatsOf(read, problem.id),
    leftSeatsOf(read, problem.id),
    offersOf(read, problem.id),
    store.confirmationOf(read, problem.id),
  ])
  const rule = ruleOf(mandate, setUp)
  const asked = offers.filter(({ state }) => state === 'waiting')
  const isConfirmed = confirmation !== undefined
  return {
    mandate,
    isMandateAdopted: mandate !== undefined,
    parentBody: mandate?.parentBody ?? null,
    sponsors: problem.sponsors,
    setUp,
    rule,
    call: call ?? null,
    seats,
    left,
    offers,
    asked,
    filling: { rule, seats, asked, isConfirmed, confirmedWith: confirmedWith(confirmation, [...seats, ...left]) },
    confirmation,
    isConfirmed,
    missing: missingFrom(rule, seats),
  }
}

/** How many of each kind sat at the moment the group was confirmed. */
function confirmedWith(
  confirmation: store.Confirmation | undefined,
  seats: readonly (Pick<store.Seat, 'kind' | 'since'> & { readonly endedAt?: Temporal.Instant })[],
): Filling['confirmedWith'] {
  const at = confirmation?.confirmedAt
  if (!at) return { politician: 0, citizen: 0 }
  const then = seats.filter(
    ({ since, endedAt }) =>
      Temporal.Instant.compare(since, at) <= 0 && (endedAt === undefined || Temporal.Instant.compare(endedAt, at) > 0),
  )
  const counted = (kind: store.Seat['kind']): number => then.filter((seat) => seat.kind === kind).length
  return { politician: counted('politician'), citizen: counted('citizen') }
}

/** As what somebody can ask for a seat now: opened again, the call is for seats nobody took. */
export function profilesCalledFor({ rule, call }: Pick<Arena, 'rule' | 'call'>): Rule['profiles'] {
  const again = call?.again
  return again ? rule.profiles.filter(({ id }) => again.profiles.includes(id)) : rule.profiles
}

/** What she wrote for the call as it was first open stands: it may be in the list of a draw. */
export function isOfEarlierCall(
  { call }: Pick<Arena, 'call'>,
  { appliedAt }: Pick<store.Application, 'appliedAt'>,
): boolean {
  return call?.again ? Temporal.Instant.compare(appliedAt, call.again.openedAt) < 0 : false
}

export function profileName({ rule }: Pick<Arena, 'rule'>, id: Id<'profile'> | null): string {
  return rule.profiles.find((profile) => profile.id === id)?.name ?? ''
}

/** When somebody last said yes or no to a seat, or was silent too long. */
export function lastAnswerIn({ offers }: Pick<Arena, 'offers'>): Temporal.Instant | null {
  return (
    offers.flatMap(({ answeredAt }) => answeredAt ?? []).toSorted((a, b) => Temporal.Instant.compare(b, a))[0] ?? null
  )
}

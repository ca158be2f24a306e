import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type OfferInput = {
  readonly kind: 'talk' | 'visit'
  readonly about: string
  /** The case it is about; ''. */
  readonly problem: string
  readonly day: Temporal.PlainDate
  readonly starts: Temporal.PlainTime
  readonly ends: Temporal.PlainTime
  readonly place: string
  readonly access: string
  readonly ledBy: string
  readonly seats: number
}

/** A politician offers a talk of a few, or a visit: anybody can book a place. */
export function offerEncounter(
  database: Database,
  actor: Actor,
  { day, starts, ends, problem: slug, ...words }: OfferInput,
): Promise<Result<{ readonly number: number }, rules.OfferRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'encounters')
    const { timeZone } = await ownCalendar(tx)
    const at = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone, plainTime }).toInstant()
    const offered = { ...words, startsAt: at(starts), endsAt: at(ends) }
    const allowed = rules.offer(offered, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { account: offeredBy, person } = allowed.value
    const problem = slug === '' ? undefined : await problemBySlug(tx, slug)
    const { id, number } = await store.putEncounter(tx, { ...offered, person, offeredBy, problem: problem?.id ?? null })
    if (problem) await link(tx, { kind: 'encounter', id }, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'meeting.encounter-offered',
      problem: problem?.id ?? null,
      public: {
        number,
        kind: words.kind,
        person,
        about: words.about,
        place: words.place,
        seats: words.seats,
        startsAt: offered.startsAt.toString(),
        endsAt: offered.endsAt.toString(),
      },
      time: 'exact',
    })
    return accept({ number })
  })
}

type Missing = 'no-such-encounter'
type Found = { readonly encounter: store.Encounter; readonly bookings: readonly store.Booking[] }

/** One transaction about one encounter under its lock: of two who want the last place the second finds it gone. */
function inEncounter<Value, Code extends string>(
  { database, actor, number }: { readonly database: Database; readonly actor: Actor; readonly number: number },
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | Missing>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | Missing>> => {
    const known = await store.encounterByNumber(tx, number)
    if (!known) return refuse('no-such-encounter')
    await lockExclusive(tx, known.id)
    const encounter = await store.encounterByNumber(tx, number)
    if (!encounter) return refuse('no-such-encounter')
    return act(tx, { encounter, bookings: await store.bookingsOf(tx, encounter.id) })
  })
}

export function book(
  database: Database,
  actor: Actor,
  number: number,
): Promise<Result<{ readonly state: 'booked' | 'waiting' }, rules.BookRefusal | Missing>> {
  return inEncounter({ database, actor, number }, async (tx, { encounter, bookings }) => {
    const own = bookings.find(({ account }) => account === actor.account)?.state ?? null
    const { booked } = encounter
    const allowed = rules.book(stateOf(encounter), { booked, own }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { by, state } = allowed.value
    await store.putBooking(tx, encounter.id, { account: by, state })
    await recordBooking(tx, encounter, { account: by, state })
    return accept({ state })
  })
}

/** Takes a booking back; whoever waits longest gets the place and is told. */
export function unbook(
  database: Database,
  actor: Actor,
  number: number,
): Promise<Result<null, 'not-booked' | 'has-begun' | Missing>> {
  return inEncounter({ database, actor, number }, async (tx, { encounter, bookings }) => {
    const own = bookings.find(({ account }) => account === actor.account)?.state ?? null
    const allowed = rules.unbook(stateOf(encounter), { own }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await store.putBooking(tx, encounter.id, { account, state: 'cancelled' })
    await recordBooking(tx, encounter, { account, state: 'cancelled' })
    const next = own === 'booked' ? bookings.find(({ state }) => state === 'waiting') : undefined
    if (next) {
      await store.giveSeat(tx, encounter.id, next.account)
      await recordBooking(tx, encounter, { account: next.account, state: 'booked' })
      await tellAll(tx, encounter, { message: 'told.encounter-place', accounts: [next.account] })
    }
    return accept(null)
  })
}

export function cancelEncounter(
  database: Database,
  actor: Actor,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<Result<null, rules.CancelRefusal | Missing>> {
  return inEncounter({ database, actor, number }, async (tx, { encounter, bookings }) => {
    const allowed = rules.cancel(stateOf(encounter), reason, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.cancelEncounter(tx, encounter.id, reason)
    await record(tx, {
      kind: 'meeting.encounter-cancelled',
      problem: encounter.problem,
      public: { number, reason },
      time: 'exact',
    })
    const coming = bookings.filter(({ state }) => state !== 'cancelled').map(({ account }) => account)
    await tellAll(tx, encounter, { message: 'told.encounter-off', accounts: coming })
    return accept(null)
  })
}

/** Afterwards: what she heard. Whoever came is told where it stands. */
export function sayHeard(
  database: Database,
  actor: Actor,
  { number, heard }: { readonly number: number; readonly heard: string },
): Promise<Result<null, rules.HeardRefusal | Missing>> {
  return inEncounter({ database, actor, number }, async (tx, { encounter, bookings }) => {
    const allowed = rules.sayHeard(stateOf(encounter), heard, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.writeHeard(tx, encounter.id, heard)
    await record(tx, {
      kind: 'meeting.encounter-heard',
      problem: encounter.problem,
      public: { number, person: encounter.person, heard },
      time: 'exact',
    })
    const came = bookings.filter(({ state }) => state === 'booked').map(({ account }) => account)
    await tellAll(tx, encounter, { message: 'told.encounter-heard', accounts: came })
    return accept(null)
  })
}

function stateOf({ person, startsAt, seats, cancelledAt, heardAt }: store.Encounter): rules.EncounterState {
  return { person, startsAt, seats, isCancelled: cancelledAt !== null, isHeard: heardAt !== null }
}

async function recordBooking(
  tx: Tx,
  { number, problem }: store.Encounter,
  { account, state }: Pick<store.Booking, 'account' | 'state'>,
): Promise<void> {
  await record(tx, {
    kind: 'meeting.encounter-booking',
    problem,
    public: {},
    secret: { number, account, state },
    time: 'coarse',
  })
}

type Telling = {
  readonly message: 'told.encounter-place' | 'told.encounter-off' | 'told.encounter-heard'
  readonly accounts: readonly Id<'account'>[]
}

async function tellAll(tx: Tx, { id, number, about }: store.Encounter, { message, accounts }: Telling): Promise<void> {
  await tellThese(tx, accounts, {
    about: { kind: 'encounter', id },
    stage: 'meeting',
    message,
    values: { about },
    address: 'meeting.encounter',
    params: { number: String(number) },
  })
}

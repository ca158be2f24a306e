import {
  holds,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayOffer: Policy = whoever('politician')
export const mayBook: Policy = signedIn

/** Around one table everybody hears everybody: the theory's small informal talk (Hendriks & Lees-Marshment). */
export const mostSeats = 8
const longestHours = 6
const mostLines = 3

export type Offer = {
  readonly kind: 'talk' | 'visit'
  readonly seats: number
  readonly ledBy: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export type OfferRefusal =
  | 'not-a-politician'
  | 'one-to-eight'
  | 'in-the-past'
  | 'ends-before-start'
  | 'too-long-encounter'
  | 'who-leads'

/** A politician offers her own time; nobody offers another's. */
export function offer(
  { kind, seats, ledBy, startsAt, endsAt }: Offer,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn & { readonly person: Id<'person'> }, OfferRefusal> {
  if (!isSignedIn(actor) || actor.person === null || !holds(actor, 'politician')) return refuse('not-a-politician')
  if (seats < 1 || seats > mostSeats) return refuse('one-to-eight')
  if (Temporal.Instant.compare(startsAt, now) <= 0) return refuse('in-the-past')
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return refuse('ends-before-start')
  if (startsAt.until(endsAt).total('hours') > longestHours) return refuse('too-long-encounter')
  return kind === 'visit' && ledBy === '' ? refuse('who-leads') : accept({ ...actor, person: actor.person })
}

/** What a rule has to know of an encounter. */
export type EncounterState = {
  readonly person: Id<'person'>
  readonly startsAt: Temporal.Instant
  readonly seats: number
  readonly isCancelled: boolean
  readonly isHeard: boolean
}

export type Booked = { readonly booked: number; readonly own: 'booked' | 'waiting' | 'cancelled' | null }

export type BookRefusal = 'consent-first' | 'staff-help' | 'your-own' | 'is-cancelled' | 'has-begun' | 'booked-already'

/** First come, first served; when it is full, one waits. Public employees help, they do not take a resident's place. */
export function book(
  encounter: EncounterState,
  { booked, own }: Booked,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<{ readonly by: Id<'account'>; readonly state: 'booked' | 'waiting' }, BookRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'resident', 'organisation')) return refuse('consent-first')
  if (actor.person === encounter.person) return refuse('your-own')
  if (isStaff(actor)) return refuse('staff-help')
  if (encounter.isCancelled) return refuse('is-cancelled')
  if (Temporal.Instant.compare(encounter.startsAt, now) <= 0) return refuse('has-begun')
  if (own === 'booked' || own === 'waiting') return refuse('booked-already')
  return accept({ by: actor.account, state: booked < encounter.seats ? 'booked' : 'waiting' })
}

export function unbook(
  encounter: EncounterState,
  { own }: Pick<Booked, 'own'>,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, 'not-booked' | 'has-begun'> {
  if (!isSignedIn(actor) || (own !== 'booked' && own !== 'waiting')) return refuse('not-booked')
  return Temporal.Instant.compare(encounter.startsAt, now) <= 0 ? refuse('has-begun') : accept(actor)
}

export type CancelRefusal = 'not-yours' | 'is-cancelled' | 'has-begun' | 'reason-needed'

export function cancel(
  encounter: EncounterState,
  reason: string,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, CancelRefusal> {
  if (!isSignedIn(actor) || actor.person !== encounter.person) return refuse('not-yours')
  if (encounter.isCancelled) return refuse('is-cancelled')
  if (Temporal.Instant.compare(encounter.startsAt, now) <= 0) return refuse('has-begun')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}

export type HeardRefusal = 'not-yours' | 'is-cancelled' | 'not-begun' | 'three-lines' | 'heard-already'

/** Afterwards she says in three lines what she heard: of the matter, not of the people. */
export function sayHeard(
  encounter: EncounterState,
  heard: string,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, HeardRefusal> {
  if (!isSignedIn(actor) || actor.person !== encounter.person) return refuse('not-yours')
  if (encounter.isCancelled) return refuse('is-cancelled')
  if (Temporal.Instant.compare(encounter.startsAt, now) > 0) return refuse('not-begun')
  if (encounter.isHeard) return refuse('heard-already')
  return heard.split('\n').filter((line) => line.trim() !== '').length > mostLines
    ? refuse('three-lines')
    : accept(actor)
}

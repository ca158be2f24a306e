import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import {
  addMembership,
  addPerson,
  allSeats,
  appointChair,
  bodies,
  continueTerms,
  endTermOn,
  isSeatedOn,
  knownPeople,
  parties,
  todayIn,
  type Jurisdiction,
} from '../../platform/directory/index.ts'
import { record } from './facts.ts'

/** Who sits where: an administrator's word, recorded in public. On the command line nobody is signed in. */
type Actor = SignedIn | null

export type ContinueRefusal = 'no-such-body' | 'still-seated' | 'no-term-ended' | 'day-to-come'

/** Lets the terms that ended last in a body go on from a day. Returns how many sit again. */
export async function continueSeats(
  database: Database,
  actor: Actor,
  { place, body, from }: { readonly place: Jurisdiction; readonly body: Id<'body'>; readonly from: Temporal.PlainDate },
): Promise<Result<{ readonly seats: number; readonly body: string }, ContinueRefusal>> {
  return inSeats(database, { place, actor }, async (tx, today) => {
    const known = (await bodies(tx)).find((one) => one.id === body)
    if (!known) return refuse('no-such-body')
    if (Temporal.PlainDate.compare(from, today) > 0) return refuse('day-to-come')
    const continued = await continueTerms(tx, { body, from })
    if (!continued.ok) return continued
    const told = { body: known.name, from: from.toString(), seats: continued.value.length }
    await record(tx, { kind: 'settings.terms-continued', problem: null, public: told, time: 'exact' })
    return accept({ seats: continued.value.length, body: known.name })
  })
}

export type NewMember = {
  readonly name: string
  readonly body: Id<'body'>
  readonly party: Id<'body'> | null
  readonly role: string
  readonly from: Temporal.PlainDate
}

export type MemberRefusal = 'no-such-body' | 'no-such-party' | 'seated-already'

/** Seats a member who is in no file. Somebody of this name who is known already, from an earlier term, is the same person. */
export async function addMember(
  database: Database,
  actor: Actor,
  { place, member }: { readonly place: Jurisdiction; readonly member: NewMember },
): Promise<Result<null, MemberRefusal>> {
  return inSeats(database, { place, actor }, async (tx) => {
    const body = (await bodies(tx)).find((one) => one.id === member.body)
    if (!body) return refuse('no-such-body')
    if (member.party && !(await parties(tx)).some((one) => one.id === member.party)) return refuse('no-such-party')
    const people = await knownPeople(tx)
    const before = people.find((one) => one.name.toLowerCase() === member.name.toLowerCase())
    const sits = (await allSeats(tx)).some(
      (seat) => seat.person === before?.id && seat.body === body.id && isSeatedOn(seat, member.from),
    )
    if (sits) return refuse('seated-already')
    const slug = freeSlug(slugOf(member.name, 'person'), new Set(people.map((one) => one.slug)))
    const person = before?.id ?? (await addPerson(tx, { slug, name: member.name }))
    const { party, role, from: startsOn } = member
    await addMembership(tx, {
      person,
      body: body.id,
      party,
      role,
      startsOn,
      isChair: false,
      endsOn: null,
      origin: 'added',
    })
    const told = { body: body.name, person: before?.name ?? member.name, from: startsOn.toString() }
    await record(tx, { kind: 'settings.member-added', problem: null, public: told, time: 'exact' })
    return accept(null)
  })
}

export type TermRefusal = 'no-such-seat' | 'ends-before-it-starts'

/** Ends a term on a day, or says that no end is known. */
export async function setTerm(
  database: Database,
  actor: Actor,
  {
    place,
    seat,
    endsOn,
  }: {
    readonly place: Jurisdiction
    readonly seat: Id<'membership'> | undefined
    readonly endsOn: Temporal.PlainDate | null
  },
): Promise<Result<null, TermRefusal>> {
  return inSeats(database, { place, actor }, async (tx) => {
    const known = (await allSeats(tx)).find((one) => one.id === seat)
    if (!known) return refuse('no-such-seat')
    if (endsOn && known.startsOn && Temporal.PlainDate.compare(endsOn, known.startsOn) < 0)
      return refuse('ends-before-it-starts')
    await endTermOn(tx, known, endsOn)
    const told = { body: known.bodyName, person: known.name, endsOn: endsOn?.toString() ?? null }
    await record(tx, { kind: 'settings.term-changed', problem: null, public: told, time: 'exact' })
    return accept(null)
  })
}

export async function nameChair(
  database: Database,
  actor: Actor,
  {
    place,
    body,
    person,
  }: {
    readonly place: Jurisdiction
    readonly body: Id<'body'> | undefined
    readonly person: Id<'person'> | undefined
  },
): Promise<Result<null, 'not-seated'>> {
  return inSeats(database, { place, actor }, async (tx, today) => {
    if (!body || !person || !(await appointChair(tx, { body, person, today }))) return refuse('not-seated')
    const seat = (await allSeats(tx)).find((one) => one.person === person && one.body === body)
    const told = { body: seat?.bodyName ?? '', person: seat?.name ?? '' }
    await record(tx, { kind: 'settings.chair-recorded', problem: null, public: told, time: 'exact' })
    return accept(null)
  })
}

type Where = { readonly place: Jurisdiction; readonly actor: Actor }

function inSeats<Value, Code extends string>(
  database: Database,
  { place, actor }: Where,
  act: (tx: Tx, today: Temporal.PlainDate) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  return database.transact(place.id, actor, async (tx) => {
    await lockExclusive(tx, 'seats')
    return act(tx, todayIn(place, tx.now))
  })
}

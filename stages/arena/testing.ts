import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Town, Townsperson } from '../../platform/identity/testing.ts'
import { adoptedMandate, retellMandate, type ToldMandate } from '../mandate/index.ts'
import { retellProblem, type Problem } from '../problem/index.ts'
import { answerOffer } from './acceptances/answering.ts'
import { putAnswer, putOffer } from './acceptances/store.ts'
import { confirmSetUp, saveRule } from './composition/commands.ts'
import { openToAll } from './composition/set-up-rules.ts'
import { confirmSetUp as markSetUp, putSetUp } from './composition/store.ts'
import { rolesOf } from './rules.ts'
import { takeOn } from './workload/load.ts'
import { putCall, putConfirmation, putSeat, seatsOf, type Seat } from './store.ts'

/** What later stages' tests begin with: a case whose group is seated and confirmed as the arena keeps it. */
export type TestGroup = {
  readonly slug: string
  readonly problem: Id<'problem'>
  /** As the arena's door answers them: the chair first, then politicians, then citizens. */
  readonly seats: readonly Seat[]
  /** Somebody of the town with what her seat in this group lets her do. */
  readonly member: (name: Townsperson) => Actor
}

export type Seating = {
  /** Councillors sit as politicians, everybody else as a citizen. */
  readonly members?: readonly Townsperson[]
  readonly chair?: Townsperson
  /** More citizens, where a test needs more people than the town has. */
  readonly more?: readonly Id<'account'>[]
}

/** The group of a case: dora, a councillor, and the residents alice and bashir, unless a test asks for others. */
export async function seatGroup(
  database: Database,
  town: Town,
  { id: problem, slug }: Pick<Problem, 'id' | 'slug'>,
  { members = ['dora', 'alice', 'bashir'], chair, more = [] }: Seating = {},
): Promise<TestGroup> {
  await database.transact(town.place.id, null, async (tx) => {
    for (const name of members) await sit(tx, problem, { ...town.people[name], isChair: name === chair })
    for (const account of more) await sit(tx, problem, { account, person: null, isChair: false })
    await putConfirmation(tx, problem, { by: accountOf(town.people.dora), exception: 'As many as the test needs' })
  })
  return {
    slug,
    problem,
    seats: await seatsOf(database.read(town.place.id), problem),
    member: (name) => {
      const actor = town.people[name]
      const kind = actor.person === null ? 'citizen' : 'politician'
      const roles = rolesOf({ problem, kind, isChair: name === chair, isConfirmed: true }, actor)
      return { ...actor, roles: [...actor.roles, ...roles] }
    },
  }
}

/** The group set up as its mandate says, so that a call can be opened; the data of those not chosen is erased half a year later. */
export async function setUpGroup(
  database: Database,
  leader: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const saved = await saveRule(database, leader, {
    slug,
    politicians: null,
    citizens: null,
    minGenderShare: 0.4,
    isOnePerHousehold: false,
    answerDays: 5,
    forgetOn: today.add({ months: 6 }),
  })
  const confirmed = await confirmSetUp(database, leader, slug)
  for (const done of [saved, confirmed]) if (!done.ok) throw new Error(done.refusal)
}

/** Each of these says yes to the seat she was offered. */
export async function sayYes(database: Database, slug: string, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) {
    const answered = await answerOffer(database, actor, { slug, isYes: true, words: '' })
    if (!answered.ok) throw new Error(answered.refusal)
  }
}

export type Founding = Seating & { readonly slug?: string; readonly mandate?: Partial<ToldMandate> | undefined }

/** A case told from a source, and its group; without a mandate unless a test asks for one. */
export async function foundGroup(
  database: Database,
  town: Town,
  { slug = `case-${newId('vote').slice(0, 8)}`, mandate, ...seating }: Founding = {},
): Promise<TestGroup> {
  const [question, source] = ['How do we light the way?', 'https://example.org']
  const id = await database.transact(town.place.id, null, async (tx) => {
    const problem = await retellProblem(tx, {
      slug,
      question,
      whatHappens: 'It is dark.',
      whoIsAffected: 'All who walk there',
      language: 'en',
      source,
      actors: [],
    })
    if (mandate) await retellMandate(tx, { problem, question, source, ...mandate })
    return problem
  })
  return seatGroup(database, town, { id, slug }, seating)
}

export type TestCall = { readonly slug: string; readonly problem: Id<'problem'>; readonly profile: Id<'profile'> }

/** A case with an adopted mandate, set up, its call open until then; nobody has asked for a seat. */
export async function foundCall(database: Database, town: Town, closesAt: Temporal.Instant): Promise<TestCall> {
  const slug = `case-${newId('vote').slice(0, 8)}`
  const [question, source] = ['How do we light the way?', 'https://example.org']
  const words = { question, whatHappens: 'It is dark.', whoIsAffected: 'All who walk there', language: 'en' }
  const by = accountOf(town.people.dora)
  return database.transact(town.place.id, null, async (tx) => {
    const problem = await retellProblem(tx, { slug, ...words, source, actors: [] })
    const profiles = [{ name: 'Neighbour', wanted: 1, description: '' }]
    const size = { politicians: 1, citizens: 1, profiles }
    await retellMandate(tx, { problem, question, source, parentBody: town.committee, ...size })
    const [profile] = (await adoptedMandate(tx, problem))?.profiles ?? []
    if (!profile) throw new Error('the mandate has a profile')
    const setUp = {
      politicians: null,
      citizens: null,
      minGenderShare: 0.4,
      isOnePerHousehold: false,
      answerDays: 5,
      forgetOn: closesAt.toZonedDateTimeISO(town.place.timeZone).toPlainDate().add({ days: 60 }),
      confirmedAt: null,
      profiles: [
        {
          id: profile.id,
          name: profile.name,
          description: '',
          criteria: ['Lives beside it'],
          chosen: 1,
          drawn: 0,
          ...openToAll,
        },
      ],
    }
    await putSetUp(tx, problem, { by, setUp })
    await markSetUp(tx, problem, by)
    await putCall(tx, problem, { by, closesAt })
    return { slug, problem, profile: profile.id }
  })
}

type Sitting = Pick<Actor, 'account' | 'person'> & { readonly isChair: boolean }

async function sit(tx: Tx, problem: Id<'problem'>, { isChair, ...who }: Sitting): Promise<void> {
  const account = accountOf(who)
  await seatAtOnce(tx, problem, {
    account,
    person: who.person,
    kind: who.person === null ? 'citizen' : 'politician',
    profile: who.person === null ? newId('profile') : null,
    isChair,
  })
}

/** Chosen, asked and sitting in one breath: where a test begins after all that. */
export async function seatAtOnce(
  tx: Tx,
  problem: Id<'problem'>,
  sitting: Pick<Seat, 'account' | 'person' | 'kind' | 'profile' | 'isChair'>,
): Promise<void> {
  const { account } = sitting
  const seat = { ...sitting, reason: 'Fits' }
  if (sitting.person !== null)
    await takeOn(tx, problem, { person: sitting.person, reason: 'As many groups as the test needs' })
  const offer = await putOffer(tx, problem, {
    ...seat,
    way: 'chosen',
    criteria: ['Fits'],
    madeBy: account,
    answerBy: tx.now,
  })
  await putAnswer(tx, problem, { number: offer, state: 'accepted' })
  await putSeat(tx, problem, { ...seat, gender: null, by: account, offer })
}

function accountOf({ account }: Pick<Actor, 'account'>): Id<'account'> {
  if (account === null) throw new Error('everybody in town has an account')
  return account
}

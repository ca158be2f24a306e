import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { ensureAccount, introduce } from '../../../platform/identity/index.ts'
import type { Town } from '../../../platform/identity/testing.ts'
import { adoptedMandate, retellMandate } from '../../mandate/index.ts'
import type { Problem } from '../../problem/index.ts'
import { raised } from '../../problem/testing.ts'
import * as arena from '../commands.ts'
import * as setUp from '../composition/commands.ts'
import { setFeature } from '../features/commands.ts'
import { featuresOf, type Feature } from '../features/store.ts'
import { putToldFeatures } from '../features/told-store.ts'
import { lookUpHome } from '../homes/commands.ts'
import { sharedAddresses } from '../homes/rules.ts'
import { applicationsOf } from '../store.ts'
import { profileFeature, withUntold, type LimitedFeature } from './limits.ts'
import { makePanels } from './maker.ts'
import type { Solver } from './solving.ts'

/** The same maker as in the thread beside the server, in this one. */
export const solveHere: Solver = async (input, watch) => makePanels(await loadSolver(), input, watch)

export type LotteryCase = {
  readonly problem: Problem
  readonly people: readonly Actor[]
  readonly gender: Feature
  readonly age: Feature
  readonly opensAt: Temporal.Instant
  readonly closedAt: Temporal.Instant
}

/** What a resident of the test tells: index of the gender and of the age, undefined where she does not say. */
export type Telling = {
  readonly gender?: number | undefined
  readonly age?: number | undefined
  /** Which seat she asks for: its place among the profiles. */
  readonly profile?: number
  readonly address?: string
}

/** What the seats of a test are for, and how they are given. */
export type TestProfile = { readonly name: string; readonly chosen: number; readonly drawn: number }

export type TestCase = {
  readonly seats: number
  readonly tellings: readonly Telling[]
  readonly profiles?: readonly TestProfile[]
  readonly isOnePerHousehold?: boolean
  /** Whether the clerk has found that all who gave one address live there. */
  readonly areHomesLookedUp?: boolean
}

const opensAt = Temporal.Instant.from('2026-11-02T09:00:00Z')
const until = Temporal.PlainDate.from('2026-11-20')
/** After the call has closed. */
const closedAt = Temporal.Instant.from('2026-11-23T09:00:00Z')

/** A case whose seats are drawn, or given by choice, and residents who wait for one. */
export async function waitingCase(
  database: Database,
  town: Town,
  {
    seats,
    tellings,
    profiles: wanted = [{ name: 'Resident', chosen: 0, drawn: seats }],
    isOnePerHousehold = false,
    areHomesLookedUp = true,
  }: TestCase,
): Promise<LotteryCase> {
  const then = database.at(opensAt)
  const { dora, chen, alice } = town.people
  const problem = await raised(then, alice)
  await then.transact(town.place.id, null, (tx) =>
    retellMandate(tx, {
      problem: problem.id,
      question: problem.question,
      parentBody: town.committee,
      politicians: 1,
      citizens: wanted.reduce((sum, { chosen, drawn }) => sum + chosen + drawn, 0),
      source: 'test',
      profiles: wanted.map(({ name, chosen, drawn }) => ({ name, wanted: chosen + drawn, description: '' })),
    }),
  )
  const mandate = await adoptedMandate(then.read(town.place.id), problem.id)
  const profiles = mandate?.profiles.map(({ id, name }) => ({ id, name })) ?? []
  const { slug } = problem
  done(
    await setUp.saveRule(then, dora, {
      slug,
      politicians: null,
      citizens: null,
      minGenderShare: 0.4,
      isOnePerHousehold,
      answerDays: 5,
      forgetOn: until.add({ months: 6 }),
    }),
  )
  const filled = profiles.map(({ id, name }, one) => {
    const { chosen = 0, drawn = 0 } = wanted[one] ?? {}
    return { id, name, description: '', criteria: chosen > 0 ? ['Lives beside it'] : [], chosen, drawn }
  })
  done(await setUp.saveProfiles(then, dora, { slug, profiles: filled }))
  done(await setUp.confirmSetUp(then, dora, slug))
  done(await arena.openCall(then, dora, { slug, until, timeZone: town.place.timeZone }))
  const [gender, age] = await features(database, chen)
  const people: Actor[] = []
  for (const [at, telling] of tellings.entries()) {
    const resident = await newResident(then, town, `${slug}-${at}@example.org`)
    await tellFeatures(then, resident, [
      [gender, telling.gender],
      [age, telling.age],
    ])
    done(
      await arena.applyForSeat(then, resident, {
        slug,
        profile: profiles[telling.profile ?? 0]?.id ?? newId('profile'),
        motivation: 'I walk there.',
        tie: 'I live here.',
        gender: null,
        address: telling.address,
      }),
    )
    people.push(resident)
  }
  if (isOnePerHousehold && areHomesLookedUp) await lookUpHomes(database, town, problem)
  return { problem, people, gender, age, opensAt, closedAt }
}

/** The clerk finds that all who gave one address live there. */
async function lookUpHomes(database: Database, town: Town, { id, slug }: Problem): Promise<void> {
  for (const ones of sharedAddresses(await applicationsOf(database.read(town.place.id), id))) {
    const seen = ones.map(({ number }) => number)
    done(await lookUpHome(database, town.people.chen, { slug, seen, livingThere: seen }))
  }
}

async function features(database: Database, clerk: Actor): Promise<readonly [Feature, Feature]> {
  const find = async (name: string): Promise<Feature | undefined> =>
    (await featuresOf(database.read(clerk.jurisdiction))).find((one) => one.name === name)
  const value = (name: string, code: 'woman' | 'man' | null) => ({ id: null, name, code, isOffered: true })
  if (!(await find('Gender'))) {
    const shared = { id: null, isOffered: true }
    const values = [value('Women', 'woman'), value('Men', 'man')]
    done(await setFeature(database, clerk, { ...shared, name: 'Gender', kind: 'gender', values }))
    const ages = [value('Under 30', null), value('30 and older', null)]
    done(await setFeature(database, clerk, { ...shared, name: 'Age', kind: 'other', values: ages }))
  }
  const [gender, age] = [await find('Gender'), await find('Age')]
  if (!gender || !age) throw new Error('the features are there')
  return [gender, age]
}

export async function newResident(database: Database, town: Town, email: string): Promise<Actor> {
  const name = `Resident ${email.split('@')[0]?.split('-').at(-1) ?? ''}`
  const account = await database.transact(town.place.id, null, async (tx) => {
    const id = await ensureAccount(tx, email, 'en')
    await introduce(tx, id, { name, language: 'en', tie: 'lives-here', tieWords: '', organisation: null, interest: '' })
    return id
  })
  const roles = [{ name: 'resident', scope: town.place.id } as const]
  return { jurisdiction: town.place.id, account, person: null, name, assurance: 'low', roles }
}

export async function tellFeatures(
  database: Database,
  { jurisdiction, account }: Actor,
  told: readonly (readonly [Feature, number | undefined])[],
): Promise<void> {
  if (!account) throw new Error('a resident has an account')
  const values = told.flatMap(([{ id, values: all }, at]) => {
    const value = at === undefined ? undefined : all[at]
    return value ? [[id, value.id] as const] : []
  })
  await database.transact(jurisdiction, null, (tx) =>
    putToldFeatures(tx, account, new Map<Id<'feature'>, Id<'feature-value'>>(values)),
  )
}

function done(result: { readonly ok: boolean; readonly refusal?: string }): void {
  if (!result.ok) throw new Error(result.refusal)
}

/** Limits that ask for nothing but what the set-up does: so many of each profile, and of women and men as many. */
export async function leastLimits(
  read: Read,
  of: LotteryCase,
  drawn: readonly number[],
): Promise<readonly LimitedFeature[]> {
  const profiles = (await adoptedMandate(read, of.problem.id))?.profiles ?? []
  const seats = drawn.reduce((sum, one) => sum + one, 0)
  const free = { min: 0, max: seats, minFlex: 0, maxFlex: seats }
  const half = { ...free, min: Math.floor(seats / 2), max: Math.ceil(seats / 2) }
  const values = profiles.flatMap(({ id, name }, one) => {
    const just = drawn[one] ?? 0
    return just > 0 ? [{ key: id, name, min: just, max: just, minFlex: just, maxFlex: just }] : []
  })
  const genders = of.gender.values.map(({ id, name }) => ({ key: id, name, ...half }))
  const gender = withUntold({ key: of.gender.id, name: 'Gender', values: genders }, { seats, name: 'Did not say' })
  return [{ key: profileFeature, name: 'Seat', values }, gender]
}

import { seeded } from '@folkmoot/basics/seeded.ts'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { applyForSeat, openCall } from '../../../stages/arena/commands.ts'
import { confirmSetUp, saveProfiles, saveRule } from '../../../stages/arena/composition/commands.ts'
import { setFeature } from '../../../stages/arena/features/commands.ts'
import { featuresOf, type Feature } from '../../../stages/arena/features/store.ts'
import { toldFeaturesOf } from '../../../stages/arena/features/told-store.ts'
import { lockPool, setLimits } from '../../../stages/arena/lottery/commands.ts'
import { solveLotteries } from '../../../stages/arena/lottery/jobs.ts'
import { makePanels } from '../../../stages/arena/lottery/maker.ts'
import { askForPanels } from '../../../stages/arena/lottery/making.ts'
import { withUntold, type LimitedFeature } from '../../../stages/arena/lottery/limits.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { residents } from './cast.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

const seats = 10
const callAgo = 30
const closedAgo = 9

/** Beside what the town has always counted by. */
const partOfTown = { name: 'Part of town', values: ['West side', 'Centre', 'Østre'] } as const

/** At least and at most. */
export type Bounds = readonly [number, number]

/** By the names of the features, in the order of their answers. */
const limitsBy: Readonly<Record<string, readonly Bounds[]>> = {
  Age: [
    [2, 3],
    [4, 6],
    [2, 3],
  ],
  [partOfTown.name]: [
    [3, 4],
    [3, 4],
    [2, 4],
  ],
}

/** Seats by lot, up to the published groups: whoever visits the demonstration can be the clerk and throw the dice. */
export async function playDraw(town: Lindhavn, problem: Problem): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  const then = town.daysAgo(callAgo)
  const features = [
    await countedBy(town, 'Gender'),
    await countedBy(town, 'Age'),
    await featureOf(town, partOfTown.name, partOfTown.values),
  ]
  const profile = (await adoptedMandate(then.read(place.id), problem.id))?.profiles[0]
  if (!profile) throw new Error('the mandate of the kitchens has a profile')
  const { id, name, description } = profile
  const until = town.today.subtract({ days: closedAgo })
  await done(
    'set-up',
    saveRule(then, people.ragna, {
      slug,
      politicians: null,
      citizens: null,
      minGenderShare: 0.4,
      isOnePerHousehold: false,
      answerDays: 5,
      forgetOn: until.add({ months: 6 }),
    }),
  )
  const drawn = { id, name, description, criteria: [], chosen: 0, drawn: seats }
  await done('profiles', saveProfiles(then, people.ragna, { slug, profiles: [drawn] }))
  await done('set-up', confirmSetUp(then, people.ragna, slug))
  await done(
    'limits',
    setLimits(then, people.clerk, { slug, ...limitsOf(features, { profile: { id, name }, seats, limitsBy }) }),
  )
  await done('call', openCall(then, people.ragna, { slug, until, timeZone: place.timeZone }))
  await applyAll(town, { slug, profile: id, features })
  await done('list', lockPool(town.daysAgo(closedAgo - 1), people.clerk, slug))
  await done('panels', askForPanels(town.daysAgo(closedAgo - 1, 11), people.clerk, slug))
  const solver = await loadSolver()
  const solve = solveLotteries(async (input, watch) => makePanels(solver, input, watch))
  await solve(town.daysAgo(closedAgo - 1, 12), { jurisdiction: place.id, problem: problem.id, lottery: 1, run: 1 })
}

async function featureOf(town: Lindhavn, name: string, values: readonly string[]): Promise<Feature> {
  const terms = values.map((value) => ({ id: null, name: value, code: null, isOffered: true }))
  await done(
    name,
    setFeature(town.daysAgo(callAgo + 1), town.people.clerk, {
      id: null,
      name,
      kind: 'other',
      isOffered: true,
      values: terms,
    }),
  )
  return countedBy(town, name)
}

/** A feature the town counts by. */
export async function countedBy(town: Lindhavn, name: string): Promise<Feature> {
  const feature = (await featuresOf(town.database.read(town.place.id))).find((one) => one.name === name)
  if (!feature) throw new Error(`${name} is counted`)
  return feature
}

type Limiting = {
  readonly profile: { readonly id: Id<'profile'>; readonly name: string }
  readonly seats: number
  readonly limitsBy: Readonly<Record<string, readonly Bounds[]>>
}

export function limitsOf(features: readonly Feature[], { profile, seats, limitsBy }: Limiting) {
  const told = features.map((feature): LimitedFeature => {
    const limits = limitsBy[feature.name] ?? [
      [4, 6],
      [4, 6],
      [0, 1],
    ]
    const values = feature.values.map(({ id, name }, at) => {
      const [min, max] = limits[at] ?? [0, seats]
      return { key: id, name, min, max, minFlex: Math.max(0, min - 1), maxFlex: max + 1 }
    })
    return withUntold({ key: feature.id, name: feature.name, values }, { seats, name: 'Did not say' })
  })
  const seat = { key: profile.id, name: profile.name, min: seats, max: seats, minFlex: seats - 1, maxFlex: seats }
  return {
    population: 'the ages and parts of town of Lindhavn’s residents',
    onePerHousehold: false,
    features: [{ key: 'profile', name: 'What the seat is for', values: [seat] }, ...told],
  }
}

type Applying = { readonly slug: string; readonly profile: Id<'profile'>; readonly features: readonly Feature[] }

/** More women than men, few young people from the west side: as it is, so that chances differ and the page has to say why. */
const shares = [
  [0.58, 0.97, 1],
  [0.16, 0.68, 1],
  [0.2, 0.65, 1],
] as const

async function applyAll(town: Lindhavn, { slug, profile, features }: Applying): Promise<void> {
  const random = seeded('who waits for a seat in the kitchens')
  const waiting: readonly Actor[] = [...residents.map(({ key }) => town.people[key]), ...town.voters]
  const before = await toldFeaturesOf(
    town.database.read(town.place.id),
    waiting.flatMap(({ account }) => account ?? []),
  )
  for (const [at, actor] of waiting.entries()) {
    const hers = actor.account ? before.get(actor.account) : undefined
    const told = new Map(
      features.map((feature, of) => {
        const known = hers?.get(feature.id)
        if (known) return [feature.id, known] as const
        const chance = random()
        const value = feature.values[shares[of]?.findIndex((share) => chance < share) ?? 0]
        // One in twenty does not say.
        return [feature.id, random() < 0.05 ? null : (value?.id ?? null)] as const
      }),
    )
    const ago = callAgo - 1 - Math.floor((at * (callAgo - closedAgo - 2)) / waiting.length)
    const words = { motivation: 'I eat there, and I would like to take part if I am drawn.', tie: 'I live here.' }
    await done(actor.name, applyForSeat(town.daysAgo(ago), actor, { slug, profile, ...words, gender: null, told }))
  }
}

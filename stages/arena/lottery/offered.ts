import type { Read } from '../../../platform/db/index.ts'
import type { Arena } from '../arena.ts'
import { featuresOf, type Feature } from '../features/store.ts'
import { cellsIn, type Population } from '../population/store.ts'
import { sumsOf } from '../population/sums.ts'
import { genderRule, withGenderRule } from './gender-limit.ts'
import { profileFeature, suggestLimit, untold, type LimitedFeature, type Limits } from './limits.ts'

/** A feature as it is offered to be limited: with the limits in force, or those suggested. */
export type OfferedFeature = LimitedFeature & { readonly isUsed: boolean; readonly isSuggested: boolean }

type Offering = {
  /** The limits in force. */
  readonly now: Limits | undefined
  readonly seats: number
  readonly profileName: string
  /** Whose shares the limits are to follow, where somebody asked for that. */
  readonly population: Population | undefined
}

/** What a seat is for, and everything the place counts people by. */
export async function offeredFeatures(
  read: Read,
  arena: Arena,
  { now, seats, profileName, population }: Offering,
): Promise<readonly OfferedFeature[]> {
  const free = { min: 0, max: seats, minFlex: 0, maxFlex: seats }
  const features = await featuresOf(read)
  const shares = population ? await sharesOf(read, population, features) : new Map<string, number>()
  const told = features.map(({ id, name, values }): LimitedFeature => ({
    key: id,
    name,
    values: values.map((value) => {
      const share = shares.get(value.id)
      return { key: value.id, name: value.name, ...(share === undefined ? free : suggestLimit(share, seats)) }
    }),
  }))
  const rule = genderRule(features, arena.rule.minGenderShare, seats)
  const isRuled = ({ key }: LimitedFeature): boolean => rule.least > 0 && key === rule.gender?.id
  return [...profilesOf(arena, profileName), ...told.map((one) => withGenderRule(one, rule, seats))].map((feature) => {
    const used = now?.features.find(({ key }) => key === feature.key)
    const isSuggested = feature.values.some(({ key }) => shares.has(key))
    // What was asked for just now goes before what was set.
    if (isSuggested) return { ...feature, isUsed: true, isSuggested }
    return {
      ...feature,
      isUsed: isRuled(feature) || (now ? used !== undefined : feature.key === profileFeature),
      isSuggested,
      values: feature.values.map((value) => {
        const kept = used?.values.find(({ key }) => key === value.key && key !== untold)
        return kept ? { ...kept, name: value.name } : value
      }),
    }
  })
}

/** The share of each value among the people of its feature, for the features the table has. */
async function sharesOf(
  read: Read,
  population: Population,
  features: readonly Feature[],
): Promise<ReadonlyMap<string, number>> {
  const counted = population.features.flatMap((id) => features.find((one) => one.id === id) ?? [])
  // A feature that is no more offered has no limits; without it the columns would not be where they are.
  if (counted.length < population.features.length) return new Map()
  return new Map(
    sumsOf(counted, await cellsIn(read, population.id)).flatMap(({ sums }) => {
      const whole = sums.reduce((sum, { people }) => sum + people, 0)
      return whole === 0 ? [] : sums.map(({ id, people }) => [id, people / whole] as const)
    }),
  )
}

/** Seats of each profile that are given by lot: just so many as the group was set up with. */
function profilesOf({ rule }: Arena, profileName: string): readonly LimitedFeature[] {
  const profiles = drawnProfiles(rule)
  if (profiles.length === 0) return []
  return [
    {
      key: profileFeature,
      name: profileName,
      values: profiles.map(({ id, name, drawn }) => ({
        key: id,
        name,
        // Confirmed by those who lead and known to all who applied: no way out moves it.
        min: drawn,
        max: drawn,
        minFlex: drawn,
        maxFlex: drawn,
      })),
    },
  ]
}

/** Whether so many seats of each profile are drawn as the group was set up with: not the whole alone, nor a profile left out. */
export function areAsSetUp({ features }: Pick<Limits, 'features'>, rule: Arena['rule']): boolean {
  const limited = features.find(({ key }) => key === profileFeature)?.values ?? []
  const profiles = drawnProfiles(rule)
  return (
    limited.length === profiles.length &&
    profiles.every(({ id, drawn }) => limited.some(({ key, min, max }) => key === id && min === drawn && max === drawn))
  )
}

/** Profiles with seats given by lot, and how many. */
export function drawnProfiles({ profiles }: Arena['rule']): Arena['rule']['profiles'] {
  return profiles.filter(({ drawn }) => drawn > 0)
}

/** How many seats the group was set up to draw; 0 where nothing was said of it. */
export function seatsToDraw(rule: Arena['rule']): number {
  return drawnProfiles(rule).reduce((sum, { drawn }) => sum + drawn, 0)
}

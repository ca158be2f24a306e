import type { Read } from '../../../platform/db/index.ts'
import type { Arena } from '../arena.ts'
import { featuresOf } from '../features/store.ts'
import { profileFeature } from './applicants.ts'
import { untold, type LimitedFeature, type Limits } from './limits.ts'

/** A feature as it is offered to be limited: with the limits in force, or those suggested. */
export type OfferedFeature = LimitedFeature & { readonly isUsed: boolean; readonly isSuggested: boolean }

/** What a seat is for, and everything the place counts people by. */
export async function offeredFeatures(
  read: Read,
  arena: Arena,
  {
    now,
    seats,
    profileName,
  }: { readonly now: Limits | undefined; readonly seats: number; readonly profileName: string },
): Promise<readonly OfferedFeature[]> {
  const free = { min: 0, max: seats, minFlex: 0, maxFlex: seats }
  const told = (await featuresOf(read)).map(({ id, name, values }): LimitedFeature => ({
    key: id,
    name,
    values: values.map((value) => ({ key: value.id, name: value.name, ...free })),
  }))
  return [...profilesOf(arena, { seats, profileName }), ...told].map((feature) => {
    const used = now?.features.find(({ key }) => key === feature.key)
    return {
      ...feature,
      isUsed: now ? used !== undefined : feature.key === profileFeature,
      isSuggested: false,
      values: feature.values.map((value) => {
        const kept = used?.values.find(({ key }) => key === value.key && key !== untold)
        return kept ? { ...kept, name: value.name } : value
      }),
    }
  })
}

/** Seats of each profile that are given by lot: just so many as the group was set up with. */
function profilesOf(
  { rule }: Arena,
  { seats, profileName }: { readonly seats: number; readonly profileName: string },
): readonly LimitedFeature[] {
  const profiles = drawnProfiles(rule)
  if (profiles.length === 0) return []
  return [
    {
      key: profileFeature,
      name: profileName,
      values: profiles.map(({ id, name, drawn }) => ({
        key: id,
        name,
        min: drawn,
        max: drawn,
        minFlex: Math.max(0, drawn - 1),
        maxFlex: Math.min(seats, drawn + 1),
      })),
    },
  ]
}

/** Profiles with seats given by lot, and how many. */
export function drawnProfiles({ profiles }: Arena['rule']): Arena['rule']['profiles'] {
  return profiles.filter(({ drawn }) => drawn > 0)
}

/** How many seats the group was set up to draw; 0 where nothing was said of it. */
export function seatsToDraw(rule: Arena['rule']): number {
  return drawnProfiles(rule).reduce((sum, { drawn }) => sum + drawn, 0)
}

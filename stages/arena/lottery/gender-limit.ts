import type { Feature } from '../features/store.ts'
import { leastOf, noRoom, type NoRoom } from '../room-for-others.ts'
import type { LimitedFeature, Limits } from './limits.ts'

/**
 * How many of the drawn seats each of women and men gets at least, so that the drawn seats by themselves keep to the least share of
 * each gender. The people chosen beside them are left out of it: limits are public, and what the chosen told must not be worked out
 * from them. Where both cannot have so many, as with one seat, half of the seats.
 */
export function leastOfGender(share: number | null, seats: number): number {
  const least = leastOf(share ?? 0, seats)
  return 2 * least > seats ? Math.floor(seats / 2) : least
}

/**
 * Where the drawn seats go to women and men alone: whoever tells another gender, or none, is then in the list and can never be
 * drawn.
 */
export function noRoomInDraw(share: number | null, seats: number): NoRoom | null {
  const least = leastOfGender(share, seats)
  const without = 2 * least < seats ? null : noRoom(share ?? 0, seats)
  return without && { ...without, least }
}

export type GenderRule = {
  /** As the place counts it; undefined where it does not: then no limit can hold the rule. */
  readonly gender: Pick<Feature, 'id' | 'name' | 'values'> | undefined
  readonly least: number
}

export function genderRule(features: readonly Feature[], share: number | null, seats: number): GenderRule {
  return { gender: features.find(({ kind }) => kind === 'gender'), least: leastOfGender(share, seats) }
}

function ruled({ gender }: GenderRule): readonly string[] {
  return gender?.values.flatMap(({ id, code }) => (code === 'woman' || code === 'man' ? [id] : [])) ?? []
}

/** Where the limits would let the drawn seats miss the least share of each gender; null where they hold it. */
export function genderFault(
  { features }: Pick<Limits, 'features'>,
  rule: GenderRule,
): { readonly feature: string; readonly value: string | null } | null {
  const { gender, least } = rule
  if (!gender || least === 0) return null
  const limited = features.find(({ key }) => key === gender.id)
  if (!limited) return { feature: gender.id, value: null }
  const low = ruled(rule).find((value) => (limited.values.find(({ key }) => key === value)?.min ?? 0) < least)
  return low === undefined ? null : { feature: gender.id, value: low }
}

/** The limits of gender as they are proposed: moved no further than the least share of each asks for. */
export function withGenderRule(feature: LimitedFeature, rule: GenderRule, seats: number): LimitedFeature {
  const values = ruled(rule)
  if (feature.key !== rule.gender?.id) return feature
  const within = (bound: number): number => Math.min(Math.max(bound, rule.least), seats - rule.least)
  return {
    ...feature,
    values: feature.values.map((value) => {
      if (!values.includes(value.key)) return value
      const { min, max, minFlex, maxFlex } = value
      return {
        ...value,
        min: within(min),
        max: within(max),
        minFlex: Math.min(minFlex, within(min)),
        maxFlex: Math.max(maxFlex, within(max)),
      }
    }),
  }
}

/** So many of the seats, at least and at most, for one group of people; `minFlex` and `maxFlex` say how far it may be made wider. */
export type Limit = {
  readonly key: string
  readonly name: string
  readonly min: number
  readonly max: number
  readonly minFlex: number
  readonly maxFlex: number
}

/** What people are counted by, such as age, with a limit for each group. Everybody is in one group of it. */
export type LimitedFeature = { readonly key: string; readonly name: string; readonly values: readonly Limit[] }

export type Limits = {
  readonly seats: number
  readonly onePerHousehold: boolean
  readonly features: readonly LimitedFeature[]
}

/** What a seat is for counts as a feature of who asked for it: so many of the drawn for each, just as the group was set up. */
export const profileFeature = 'profile'

/** The group of those who did not say: they keep their place in the lottery. */
export const untold = 'not-told'

/** With a group for those who did not say, in every feature somebody tells of herself. */
export function withUntold(
  feature: LimitedFeature,
  { seats, name }: { readonly seats: number; readonly name: string },
): LimitedFeature {
  const free = { key: untold, name, min: 0, max: seats, minFlex: 0, maxFlex: seats }
  return { ...feature, values: [...feature.values, free] }
}

/** Where the limits go against themselves before anybody applied: which group, or which feature. */
export type LimitsFault =
  | { readonly kind: 'no-seats' }
  | { readonly kind: 'out-of-order'; readonly feature: string; readonly value: string }
  | { readonly kind: 'more-than-seats'; readonly feature: string; readonly value: string }
  | { readonly kind: 'too-many-wanted'; readonly feature: string; readonly wanted: number }
  | { readonly kind: 'too-few-allowed'; readonly feature: string; readonly allowed: number }

/**
 * What keeps these limits from making a full group even if everybody applied; empty where nothing does. Each feature stands by
 * itself here: whether features agree with one another depends on who applied.
 */
export function faultsIn({ seats, features }: Limits): readonly LimitsFault[] {
  if (!Number.isInteger(seats) || seats < 1) return [{ kind: 'no-seats' }]
  return features.flatMap((feature): readonly LimitsFault[] => {
    const of = (key: string) => ({ feature: feature.key, value: key })
    const single = feature.values.flatMap(({ key, min, max, minFlex, maxFlex }): readonly LimitsFault[] => {
      if (!(0 <= minFlex && minFlex <= min && min <= max && max <= maxFlex))
        return [{ kind: 'out-of-order', ...of(key) }]
      return min > seats ? [{ kind: 'more-than-seats', ...of(key) }] : []
    })
    if (single.length > 0) return single
    const wanted = sum(feature.values.map(({ min }) => min))
    if (wanted > seats) return [{ kind: 'too-many-wanted', feature: feature.key, wanted }]
    // Nobody can be counted on not to say.
    const allowed = sum(feature.values.flatMap(({ key, max }) => (key === untold ? [] : [max])))
    return allowed < seats ? [{ kind: 'too-few-allowed', feature: feature.key, allowed }] : []
  })
}

/** A share of the people as so many of the seats: the whole numbers on both sides of it, and one more on each that is allowed. */
export function suggestLimit(share: number, seats: number): Pick<Limit, 'min' | 'max' | 'minFlex' | 'maxFlex'> {
  const exact = share * seats
  // A share computed from counts is never quite whole: 0.3 × 10 must not ask for 2 to 3.
  const isWhole = Math.abs(exact - Math.round(exact)) < 1e-9
  const min = isWhole ? Math.round(exact) : Math.floor(exact)
  const max = isWhole ? Math.round(exact) : Math.ceil(exact)
  return { min, max, minFlex: Math.max(0, min - 1), maxFlex: Math.min(seats, max + 1) }
}

/** One bound of one limit moved: what the clerk applies when no panel meets them all. */
export type Change = {
  readonly feature: string
  readonly value: string
  readonly bound: 'min' | 'max'
  readonly from: number
  readonly to: number
}

/** The limits with these bounds moved. Nothing is made narrower, whatever was asked. */
export function widen(limits: Limits, changes: readonly Change[]): Limits {
  const moved = new Map(changes.map((one) => [`${one.feature} ${one.value} ${one.bound}`, one.to]))
  return {
    ...limits,
    features: limits.features.map((feature) => ({
      ...feature,
      values: feature.values.map((value) => {
        const to = (bound: 'min' | 'max'): number => moved.get(`${feature.key} ${value.key} ${bound}`) ?? value[bound]
        const min = Math.max(0, Math.min(value.min, to('min')))
        const max = Math.max(value.max, Math.min(limits.seats, to('max')))
        return { ...value, min, max, minFlex: Math.min(value.minFlex, min), maxFlex: Math.max(value.maxFlex, max) }
      }),
    })),
  }
}

/** Which limits differ between two versions: what was changed, to be said in public. */
export function changedLimits(before: Limits, now: Limits): readonly { readonly before: Limit; readonly now: Limit }[] {
  const old = new Map(
    before.features.flatMap(({ key, values }) => values.map((value) => [`${key} ${value.key}`, value])),
  )
  return now.features.flatMap((feature) =>
    feature.values.flatMap((value) => {
      const was = old.get(`${feature.key} ${value.key}`)
      return was && (was.min !== value.min || was.max !== value.max) ? [{ before: was, now: value }] : []
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0)
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Feature, FeatureValue } from '../features/store.ts'
import type { Cell } from './cells.ts'

/** How many people of each value of one feature there are, in the order of the feature. */
export type FeatureSums = {
  readonly feature: Pick<Feature, 'id' | 'name' | 'kind'>
  readonly sums: readonly (FeatureValue & { readonly people: number })[]
}

/** The sums of a table, feature by feature; `cells` have their values in the order of `features`. A value of nobody stands with 0. */
export function sumsOf(
  features: readonly Feature[],
  cells: readonly Cell<Id<'feature-value'>>[],
): readonly FeatureSums[] {
  return features.map((feature, at) => {
    const sums = new Map<Id<'feature-value'>, number>()
    for (const { values, people } of cells) {
      const value = values[at]
      if (value) sums.set(value, (sums.get(value) ?? 0) + people)
    }
    return { feature, sums: feature.values.map((value) => ({ ...value, people: sums.get(value.id) ?? 0 })) }
  })
}

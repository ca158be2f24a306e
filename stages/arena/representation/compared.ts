import type { FeatureSums } from '../population/sums.ts'

export type ComparedValue = FeatureSums['sums'][number]

/** Only what the table has people of is compared: a table that knows two genders says nothing of a third. */
export function comparedIn({ sums }: FeatureSums): readonly ComparedValue[] {
  return sums.filter(({ people }) => people > 0)
}

import { homesIn } from '../homes/rules.ts'
import type { Applicant } from './applicants.ts'
import { profileFeature, type Limits } from './limits.ts'

/**
 * How many of the seats these people can fill at most, whatever else the limits ask for: each one for what she asked for, and where
 * homes count, one of a home.
 */
export function fillable(
  { seats, features }: Pick<Limits, 'seats' | 'features'>,
  applicants: readonly Pick<Applicant, 'values' | 'household'>[],
): number {
  const at = features.findIndex(({ key }) => key === profileFeature)
  const ofEach = (features[at]?.values ?? []).map(({ key, max }) =>
    Math.min(max, homesIn(applicants.filter(({ values }) => values[at] === key))),
  )
  const byProfile = at < 0 ? seats : ofEach.reduce((sum, one) => sum + one, 0)
  return Math.min(seats, byProfile, homesIn(applicants))
}

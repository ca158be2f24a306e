import { seeded } from '@folkmoot/basics/seeded.ts'
import { nearest } from './bases.ts'
import type { Positions, Spread } from './positions.ts'

/**
 * How sure it is that somebody belongs to her group, 0 to 1: the share of resamples in which the centre nearest to her is that of
 * her group. In each resample other people of the same kind have come, so the centres lie elsewhere; and she has voted on other
 * statements, so she stands elsewhere, by her own spread. NaN for who has no group or one vote only. O(P k resamples).
 * Efron and Tibshirani, An Introduction to the Bootstrap (1993), for the centres; the spread is drawn from the normal law.
 */
export function certaintyOf(
  { x, y }: Positions,
  { xx, xy, yy }: Spread,
  { of, resampled, seed }: { readonly of: Int32Array; readonly resampled: readonly Positions[]; readonly seed: string },
): Float64Array {
  const steps = stepsOf(resampled.length, seed)
  return Float64Array.from(of, (group, person) => {
    if (group < 0 || resampled.length === 0 || !Number.isFinite(xx[person] ?? 0)) return NaN
    const across = Math.sqrt(xx[person] ?? 0)
    const along = across === 0 ? 0 : (xy[person] ?? 0) / across
    const up = Math.sqrt(Math.max(0, (yy[person] ?? 0) - along * along))
    let same = 0
    for (const [at, centres] of resampled.entries()) {
      const [one, other] = [steps[2 * at] ?? 0, steps[2 * at + 1] ?? 0]
      const toX = (x[person] ?? 0) + across * one
      const toY = (y[person] ?? 0) + along * one + up * other
      if (nearest(centres, toX, toY) === group) same += 1
    }
    return same / resampled.length
  })
}

/** Normal numbers, two a resample, the same for everybody: a sum of twelve uniform ones less six, the same bytes everywhere. */
function stepsOf(resamples: number, seed: string): Float64Array {
  const random = seeded(`${seed}/steps`)
  return Float64Array.from({ length: 2 * resamples }, () => {
    let sum = -6
    for (let one = 0; one < 12; one += 1) sum += random()
    return sum
  })
}

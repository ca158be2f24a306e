import { certaintyOf } from '@folkmoot/opinion-map/certainty.ts'
import { positionsOf, spreadOf } from '@folkmoot/opinion-map/positions.ts'
import { nearest } from '@folkmoot/opinion-map/bases.ts'
import { matrixOf } from '@folkmoot/opinion-map/votes.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import type { View } from '../view.ts'
import { valueOf } from '../vote-value.ts'
import type { Axes } from './axes.ts'
import { inPicture, type Mark } from './marks.ts'

/** Where a voter stands by her votes as they are now: for her alone. */
export type OwnPlace = {
  readonly at: Mark
  /** On how many statements of the map she has voted. */
  readonly voted: number
  /** The letter of her group, 0 is A; null while she has voted on too little, where hers is too small, or where there are no groups. */
  readonly letter: number | null
  /** So many of ten: how sure it is that she belongs there; nine is nine or more, nobody is certain. Null where nothing is known of it. */
  readonly sure: number | null
}

/** Who has voted on fewer is put into no group: as the map does it. */
export const leastForGroup = 7

/** A map knows statements by their numbers. */
export function votesByNumber({ statements, mine }: Pick<View, 'statements' | 'mine'>): ReadonlyMap<number, Choice> {
  return new Map(
    statements.flatMap(({ id, number }) => {
      const choice = mine.get(id)
      return choice ? [[number, choice] as const] : []
    }),
  )
}

/** By the map as last drawn; undefined before her first vote. O(her votes + statements + resamples). */
export function ownPlaceOf(
  axes: Axes,
  votes: ReadonlyMap<number, Choice>,
  { least = leastForGroup }: { readonly least?: number } = {},
): OwnPlace | undefined {
  const hers = axes.statements.flatMap((number) => {
    const choice = votes.get(number)
    return choice ? [{ person: 'she', statement: `${number}`, vote: valueOf[choice] }] : []
  })
  if (hers.length === 0) return undefined
  const matrix = matrixOf(hers, axes.statements.map(String))
  const means = Float64Array.from(axes.means)
  const directions = { first: Float64Array.from(axes.first), second: Float64Array.from(axes.second) }
  const positions = positionsOf(matrix, means, directions)
  const [x, y] = [positions.x[0] ?? 0, positions.y[0] ?? 0]
  const place = { at: inPicture(axes.frame, { x, y }), voted: hers.length }
  const centres = {
    x: Float64Array.from(axes.groups, (one) => one.x),
    y: Float64Array.from(axes.groups, (one) => one.y),
  }
  const near = nearest(centres, x, y)
  const group = axes.groups[near]
  if (!group?.isShown || hers.length < Math.min(least, axes.statements.length))
    return { ...place, letter: null, sure: null }
  const [certainty = Number.NaN] = certaintyOf(positions, spreadOf(matrix, means, directions), {
    of: Int32Array.of(near),
    resampled: axes.resampled.map((middles) => ({
      x: Float64Array.from(middles, ([across]) => across),
      y: Float64Array.from(middles, ([, up]) => up),
    })),
    seed: axes.seed,
  })
  return {
    ...place,
    letter: group.letter,
    sure: Number.isNaN(certainty) ? null : Math.min(9, Math.round(10 * certainty)),
  }
}

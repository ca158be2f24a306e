import { nearest } from '@folkmoot/opinion-map/bases.ts'
import { matching } from '@folkmoot/opinion-map/groups.ts'
import type { OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'
import { positionsOf, type Positions } from '@folkmoot/opinion-map/positions.ts'
import { matrixFrom, type VoteList } from '@folkmoot/opinion-map/votes.ts'
import type { KeptShares } from './kept-shares.ts'
import type { Frame } from './marks.ts'

/** What is kept of a map beside what is published: where a voter stands is told by it, and the next map is laid over it. */
export type Axes = {
  /** The statements, by number; `means` and both directions stand in their order. */
  readonly statements: readonly number[]
  readonly means: readonly number[]
  readonly first: readonly number[]
  readonly second: readonly number[]
  /** Of each group its middle and its letter, 0 is A. `isShown`: it is a group of the published map. */
  readonly groups: readonly {
    readonly x: number
    readonly y: number
    readonly letter: number
    readonly isShown: boolean
  }[]
  /** Middles in each resample, in the order of the groups. */
  readonly resampled: readonly (readonly (readonly [number, number])[])[]
  readonly frame: Frame
  readonly seed: string
  /** Maps before drawn/4 have none. */
  readonly kept?: KeptShares
}

/** What turns the new directions into those of the last map. */
export type Turn = { readonly isSwapped: boolean; readonly signs: readonly [1 | -1, 1 | -1] }

/**
 * Directions have no front and no end, and two of about the same strength may change places. So that the picture does not jump, the
 * new ones are laid as the last ones lay: of all ways the one in which they are most alike. O(C).
 */
export function turnOf(map: Pick<OpinionMap, 'axes'>, statements: readonly number[], last: Axes | undefined): Turn {
  if (!last) return { isSwapped: false, signs: [1, 1] }
  const placeOf = new Map(last.statements.map((number, place) => [number, place]))
  const alike = (direction: Float64Array, before: readonly number[]): number =>
    statements.reduce((sum, number, at) => {
      const place = placeOf.get(number)
      return place === undefined ? sum : sum + (direction[at] ?? 0) * (before[place] ?? 0)
    }, 0)
  const { first, second } = map.axes
  const straight = [alike(first, last.first), alike(second, last.second)] as const
  const swapped = [alike(second, last.first), alike(first, last.second)] as const
  const size = ([one, other]: readonly [number, number]): number => Math.abs(one) + Math.abs(other)
  const isSwapped = size(swapped) > size(straight)
  const [one, other] = isSwapped ? swapped : straight
  return { isSwapped, signs: [one < 0 ? -1 : 1, other < 0 ? -1 : 1] }
}

/** Positions, or directions, after the turn. */
export function turned({ x, y }: Positions, { isSwapped, signs: [one, other] }: Turn): Positions {
  const [across, up] = isSwapped ? [y, x] : [x, y]
  return { x: across.map((value) => value * one), y: up.map((value) => value * other) }
}

/**
 * The letter of each group, 0 is A: that of the last group most of its people would be in by their votes as they are now. Nobody's
 * group has to be kept for it. Without a last map the largest is A. O(V + k!).
 */
export function lettersOf(
  map: Pick<OpinionMap, 'groupOf' | 'groups'>,
  votes: VoteList,
  last: Axes | undefined,
): readonly number[] {
  const k = map.groups.chosen?.k ?? 0
  if (!last || last.groups.length === 0) return Array.from({ length: k }, (_, group) => group)
  const matrix = matrixFrom(votes, last.statements.map(String))
  const stood = positionsOf(matrix, Float64Array.from(last.means), {
    first: Float64Array.from(last.first),
    second: Float64Array.from(last.second),
  })
  const middles = {
    x: Float64Array.from(last.groups, ({ x }) => x),
    y: Float64Array.from(last.groups, ({ y }) => y),
  }
  const before = Int32Array.from(
    stood.x,
    (x, person) => last.groups[nearest(middles, x, stood.y[person] ?? 0)]?.letter ?? -1,
  )
  const order = matching(map.groupOf, before, { k: Math.max(k, ...last.groups.map(({ letter }) => letter + 1)) })
  return Array.from({ length: k }, (_, group) => order.indexOf(group))
}

import type { GroupVotes } from './group-votes.ts'
import { wilson, z90 } from './normal.ts'
import { shareTest, type Side } from './representative.ts'
import type { StatementSums } from './votes.ts'

export type Consensus = {
  readonly place: number
  readonly count: number
  readonly seen: number
  /** (count + 1) / (seen + 2) and its test against one half. */
  readonly share: number
  readonly test: number
}

const most = 5

/**
 * The statements most of all people agree with (or disagree with), five at most: above one half, clearly so (one-sided 90 %), by
 * share times test. O(C log C).  Source: Polis' production mathematics.
 */
export function consensusOf(
  { agree, disagree, seen }: StatementSums,
  side: Side,
  isLeftOut: (place: number) => boolean,
): readonly Consensus[] {
  const counts = side === 'agree' ? agree : disagree
  return Array.from(seen, (all, place) => {
    const count = counts[place] ?? 0
    return { place, count, seen: all, share: (count + 1) / (all + 2), test: shareTest(count, all) }
  })
    .filter(({ place, share, test }) => !isLeftOut(place) && share > 0.5 && test > z90)
    .toSorted((a, b) => b.share * b.test - a.share * a.test || a.place - b.place)
    .slice(0, most)
}

/**
 * Of each statement the chance that one of each group, asked at once, would all agree (disagree): the product over groups of
 * (count + 1) / (seen + 2). O(k C).  Source: Small et al. (2021), group-informed consensus.
 */
export function groupAware(groups: readonly GroupVotes[], side: Side): Float64Array {
  return Float64Array.from(groups[0]?.seen ?? [], (_, place) =>
    groups.reduce((product, votes) => product * (((votes[side][place] ?? 0) + 1) / ((votes.seen[place] ?? 0) + 2)), 1),
  )
}

/**
 * How surely a statement bridges: the share of agreement in the group that agrees least, by the lower end of its 95 % interval, so
 * that few votes never bridge. 0–1. O(k C).
 */
export function bridging(groups: readonly GroupVotes[], side: Side): Float64Array {
  return Float64Array.from(groups[0]?.seen ?? [], (_, place) =>
    groups.reduce((least, votes) => Math.min(least, wilson(votes[side][place] ?? 0, votes.seen[place] ?? 0).low), 1),
  )
}

/**
 * How far the groups lie apart on a statement: the greatest share of agreement less the smallest, both pulled towards one half while
 * votes are few. 0–1; 0 with fewer than two groups. O(k C).
 */
export function division(groups: readonly GroupVotes[]): Float64Array {
  return Float64Array.from(groups[0]?.seen ?? [], (_, place) => {
    const shares = groups.map(({ agree, seen }) => ((agree[place] ?? 0) + 1) / ((seen[place] ?? 0) + 2))
    return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares)
  })
}

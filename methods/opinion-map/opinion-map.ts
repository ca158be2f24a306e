import { basesOf } from './bases.ts'
import { certaintyOf } from './certainty.ts'
import { bridging, consensusOf, division, groupAware, type Consensus } from './consensus.ts'
import { countedIn, worthOf } from './counted.ts'
import { exposureOf, type Exposure } from './exposure.ts'
import { groupVotes, type GroupVotes } from './group-votes.ts'
import { groupsOf, type Groups } from './groups.ts'
import { leadingPair, type LeadingPair } from './leading-pair.ts'
import { countPairs, gramOf, traceOf } from './pair-counts.ts'
import { extremityOf, positionsOf, spreadOf, statementPositions, type Positions } from './positions.ts'
import { representatives, type Representative, type Side } from './representative.ts'
import { prioritiesOf } from './routing.ts'
import { meansOf, sumsOf, type StatementSums, type VoteMatrix } from './votes.ts'

/** Recorded beside every map: who recomputes one must use the same. Goes up when the same votes would give another map. */
export const method = 'opinion-map/1'

/** Arrays of people and of statements stand in the order of the matrix. */
export type OpinionMap = {
  readonly method: typeof method
  readonly seed: string
  readonly sums: StatementSums
  readonly means: Float64Array
  readonly axes: LeadingPair
  /** Share of all differences between votes that lies along each direction. 0–1. */
  readonly explained: readonly [number, number]
  readonly positions: Positions
  readonly statements: Positions & { readonly extremity: Float64Array }
  readonly groups: Groups
  /** Of each person her group, -1 for who has voted on too little. */
  readonly groupOf: Int32Array
  /** 0–1, see `certaintyOf`; NaN where there is none. */
  readonly certainty: Float64Array
  readonly votes: readonly GroupVotes[]
  readonly representatives: readonly (readonly Representative[])[]
  readonly consensus: Readonly<Record<Side, readonly Consensus[]>>
  readonly groupAware: Readonly<Record<Side, Float64Array>>
  readonly bridging: Readonly<Record<Side, Float64Array>>
  readonly division: Float64Array
  readonly exposure: readonly Exposure[]
  readonly priorities: Float64Array
}

export type MapOptions = {
  readonly seed: string
  /** Statements about who is answering (Polis: meta), which no consensus and no group is told by. */
  readonly isMeta?: (place: number) => boolean
  /** Groups of so many people are sought first; see `groupsOf`. */
  readonly leastInGroup?: number
}

/**
 * The whole map of a matrix of votes: directions, positions, groups and what each thinks. Pure; the same votes and seed give the
 * same map, in whatever order they came. O(sum n² + C² + P log P), n the votes of a person.
 */
export function mapOpinions(matrix: VoteMatrix, options: MapOptions): OpinionMap {
  const sums = sumsOf(matrix)
  const means = meansOf(sums)
  const gram = gramOf(countPairs(matrix), means)
  const axes = leadingPair(gram, matrix.statements.length)
  return placed(matrix, { sums, means, axes, all: traceOf(gram, matrix.statements.length) }, options)
}

export type Base = {
  readonly sums: StatementSums
  readonly means: Float64Array
  readonly axes: LeadingPair
  /** Sum of the squares of all differences: the trace of the Gram matrix. */
  readonly all: number
}

/** What follows from the directions: everything but them. */
export function placed(
  matrix: VoteMatrix,
  { sums, means, axes, all }: Base,
  { seed, isMeta = () => false, leastInGroup = 0 }: MapOptions,
): OpinionMap {
  const positions = positionsOf(matrix, means, axes)
  const statements = statementPositions(means, axes)
  const bases = basesOf(positions, worthOf(matrix, countedIn(matrix)))
  const groups = groupsOf(bases, seed, leastInGroup)
  const groupOf = bases.of.map((base) => groups.chosen?.ofBase[base] ?? -1)
  const votes = groupVotes(matrix, groupOf, groups.chosen?.k ?? 0)
  const extremity = extremityOf(statements)
  const certainty = certaintyOf(positions, spreadOf(matrix, means, axes), {
    of: groupOf,
    resampled: groups.resampled,
    seed,
  })
  const [one, other] = axes.strengths
  return {
    method,
    seed,
    sums,
    means,
    axes,
    explained: all > 0 ? [one / all, other / all] : [0, 0],
    positions,
    statements: { ...statements, extremity },
    groups,
    groupOf,
    certainty,
    votes,
    representatives: representatives(votes, isMeta),
    consensus: { agree: consensusOf(sums, 'agree', isMeta), disagree: consensusOf(sums, 'disagree', isMeta) },
    groupAware: { agree: groupAware(votes, 'agree'), disagree: groupAware(votes, 'disagree') },
    bridging: { agree: bridging(votes, 'agree'), disagree: bridging(votes, 'disagree') },
    division: division(votes),
    exposure: exposureOf(votes),
    priorities: prioritiesOf(sums, extremity, isMeta),
  }
}

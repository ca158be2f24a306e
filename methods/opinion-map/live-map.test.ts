import { seeded } from '@folkmoot/basics/seeded.ts'
import { expect, it } from 'vitest'
import { leadingPair } from './leading-pair.ts'
import {
  addStatement,
  axesOf,
  emptyLiveMap,
  liveMapOf,
  matrixOfLive,
  positionOf,
  setVote,
  sumsOfLive,
  type LiveMap,
} from './live-map.ts'
import { countPairs, gramOf, rowOf } from './pair-counts.ts'
import { positionsOf } from './positions.ts'
import { twoMinds } from './testing-votes.ts'
import { matrixOf, meansOf, sumsOf, type Vote } from './votes.ts'

/** Everything the live map holds, beside the same counted anew from all its votes. */
function expectCold(live: LiveMap): void {
  const matrix = matrixOfLive(live)
  const sums = sumsOf(matrix)
  const means = meansOf(sums)
  const counts = countPairs(matrix)
  const size = matrix.statements.length
  expect(sumsOfLive(live)).toEqual(sums)
  expect(live.means.slice(0, size)).toEqual(means)
  expect(live.counts.both.slice(0, rowOf(size))).toEqual(counts.both)
  expect(live.counts.product.slice(0, rowOf(size))).toEqual(counts.product)
  expect(live.counts.first.slice(0, rowOf(size))).toEqual(counts.first)
  expect(live.counts.second.slice(0, rowOf(size))).toEqual(counts.second)
  const gram = gramOf(counts, means)
  expect(live.gram.slice(0, rowOf(size))).toEqual(gram)
  const [warm, cold] = [axesOf(live), leadingPair(gram, size)]
  expect(warm.strengths[0]).toBeCloseTo(cold.strengths[0], 6)
  // Directions are told apart only as far as their strengths are: an eigenvalue met twice has no direction of its own.
  const [one, two, three] = cold.strengths
  const positions = positionsOf(matrix, means, cold)
  if (one - two < 0.01 * one || two - three < 0.01 * one) return
  for (const [at, person] of matrix.people.entries()) {
    const [x, y] = positionOf(live, person) ?? [NaN, NaN]
    expect(x).toBeCloseTo(positions.x[at] ?? NaN, 6)
    expect(y).toBeCloseTo(positions.y[at] ?? NaN, 6)
  }
}

it.each(['alice', 'bashir', 'chen', 'dora'])(
  'after ten thousand votes, changed, taken back, new people and new statements it is what a cold count gives: %s',
  (seed) => {
    const random = seeded(seed)
    const below = (n: number): number => Math.floor(random() * n)
    const live = emptyLiveMap()
    for (let edit = 1; edit <= 10_000; edit += 1) {
      // People and statements come bit by bit; who leans to one side votes so on every other statement.
      const person = below(1 + edit / 50)
      const place = below(1 + edit / 300)
      const leans: Vote = (person + place) % 2 === 0 ? 1 : -1
      const vote = random() < 0.1 ? undefined : random() < 0.2 ? 0 : random() < 0.8 ? leans : ((0 - leans) as Vote)
      setVote(live, { person: `p${person}`, statement: `s${place}`, vote })
      if (edit % 2_000 === 0) expectCold(live)
    }
  },
  60_000,
)

it('a statement nobody has voted on changes nothing but that it is there', () => {
  const live = emptyLiveMap()
  setVote(live, { person: 'alice', statement: 's1', vote: 1 })
  setVote(live, { person: 'bashir', statement: 's1', vote: -1 })
  for (let more = 2; more < 40; more += 1) addStatement(live, `s${more}`)
  addStatement(live, 's1')
  expect(live.statements).toHaveLength(39)
  expectCold(live)
})

it('begun from votes that are there it is as if each had come by itself', () => {
  const votes = twoMinds({ people: 30, statements: 12 })
  const live = liveMapOf(matrixOf(votes))
  expectCold(live)
  setVote(live, { person: 'p3', statement: 's40', vote: 1 })
  setVote(live, { person: 'p4', statement: 's1', vote: undefined })
  expectCold(live)
})

it('when the last vote is taken back nobody is left', () => {
  const live = emptyLiveMap()
  setVote(live, { person: 'alice', statement: 's1', vote: 1 })
  setVote(live, { person: 'alice', statement: 's1', vote: undefined })
  expect(live.rows.size).toBe(0)
  expect(positionOf(live, 'alice')).toBeUndefined()
  expectCold(live)
})

import { shuffled } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { mapOpinions, type OpinionMap } from './opinion-map.ts'
import { twoMinds } from './testing-votes.ts'
import { matrixOf, type CastVote, type Vote, type VoteMatrix } from './votes.ts'

const seed = 'alice'
const mapOf = (votes: readonly CastVote[]): { readonly matrix: VoteMatrix; readonly map: OpinionMap } => {
  const matrix = matrixOf(votes)
  return { matrix, map: mapOpinions(matrix, { seed }) }
}

const anyVotes = fc.array(
  fc.record({
    person: fc.nat(20).map((n) => `p${n}`),
    statement: fc.nat(8).map((n) => `s${n}`),
    vote: fc.constantFrom<Vote>(-1, 0, 1),
  }),
  { maxLength: 200 },
)

describe('the map of two minds', () => {
  const votes = twoMinds({ people: 200, statements: 20 })
  const { matrix, map } = mapOf(votes)

  it('finds the two groups, and is sure of nearly everybody', () => {
    const minds = matrix.people.map((name) => Number(name.slice(1)) % 2)
    expect(map.groups.chosen?.k).toBe(2)
    expect(adjustedRand(minds, map.groupOf)).toBeGreaterThan(0.85)
    const sure = map.certainty.filter((share) => !Number.isNaN(share))
    expect(sure.filter((share) => share > 0.9).length / sure.length).toBeGreaterThan(0.8)
  })

  it('tells what both agree on and what divides them', () => {
    const alike = map.consensus.agree.map(({ place }) => Number(matrix.statements[place]?.slice(1)))
    expect(alike).toHaveLength(5)
    expect(alike.every((statement) => statement % 2 === 0)).toBe(true)
    for (const [place, statement] of matrix.statements.entries()) {
      const isDividing = Number(statement.slice(1)) % 2 === 1
      expect((map.division[place] ?? 0) > 0.5).toBe(isDividing)
      expect((map.bridging.agree[place] ?? 0) > 0.4).toBe(!isDividing)
    }
    for (const list of map.representatives)
      for (const { place, falseDiscovery } of list.filter(({ isBestAgreed }) => !isBestAgreed)) {
        expect(Number(matrix.statements[place]?.slice(1)) % 2).toBe(1)
        expect(falseDiscovery).toBeLessThan(0.001)
      }
  })

  it('seeks groups of so many people first, where stable ones with larger groups are there', () => {
    // Two camps, and four people who stand alone.
    const alone = Array.from({ length: 4 }, (_, person) =>
      Array.from({ length: 20 }, (_unused, statement): CastVote => ({
        person: `alone ${person}`,
        statement: `s${statement}`,
        vote: -1,
      })),
    )
    const few = matrixOf([...twoMinds({ people: 60, statements: 20, seen: 1 }), ...alone.flat()])
    const smallest = (least: number) =>
      Math.min(...mapOpinions(few, { seed, leastInGroup: least }).votes.map(({ members }) => members))
    expect(smallest(0)).toBe(4)
    expect(smallest(10)).toBeGreaterThanOrEqual(10)
  })

  it('is the same, to the last bit, whatever order the votes came in', () => {
    for (const order of ['bashir', 'chen', 'dora']) {
      const again = mapOf(shuffled(votes, order))
      expect(again).toEqual({ matrix, map })
    }
  })

  it('is the same map, with other names, when people and statements have other names', () => {
    const renamed = votes.map(({ person, statement, vote }) => ({
      person: mirrored(person),
      statement: mirrored(statement),
      vote,
    }))
    const other = mapOf(renamed)
    for (const [at, name] of matrix.people.entries()) {
      const there = other.matrix.people.indexOf(mirrored(name))
      expect(other.map.positions.x[there]).toBeCloseTo(map.positions.x[at] ?? NaN, 9)
      expect(Math.abs(other.map.positions.y[there] ?? NaN)).toBeCloseTo(Math.abs(map.positions.y[at] ?? NaN), 9)
    }
    const groupsThere = matrix.people.map(
      (name) => other.map.groupOf[other.matrix.people.indexOf(mirrored(name))] ?? -1,
    )
    expect(adjustedRand(map.groupOf, groupsThere)).toBe(1)
  })

  it('turns around when everybody says the opposite', () => {
    const opposite = mapOf(votes.map((cast) => ({ ...cast, vote: (0 - cast.vote) as Vote })))
    expect(adjustedRand(map.groupOf, opposite.map.groupOf)).toBe(1)
    expect(opposite.map.axes.strengths[0]).toBeCloseTo(map.axes.strengths[0], 6)
    expect(opposite.map.consensus.disagree.map(({ place }) => place)).toEqual(
      map.consensus.agree.map(({ place }) => place),
    )
  })
})

/** Another order of names: the last becomes the first. */
function mirrored(name: string): string {
  return `${name[0]}${999 - Number(name.slice(1))}`
}

describe('any votes at all', () => {
  it('give numbers, each where it belongs', () => {
    fc.assert(
      fc.property(anyVotes, (votes) => {
        const { matrix, map } = mapOf(votes)
        const finite = (numbers: Iterable<number>): boolean => [...numbers].every(Number.isFinite)
        const shares = (numbers: Iterable<number>): boolean => [...numbers].every((one) => one >= 0 && one <= 1)
        expect(finite(map.positions.x) && finite(map.positions.y) && finite(map.statements.extremity)).toBe(true)
        expect(finite(map.priorities) && finite(map.axes.first) && finite(map.axes.second)).toBe(true)
        expect(shares(map.division) && shares(map.bridging.agree) && shares(map.groupAware.disagree)).toBe(true)
        expect(shares([...map.certainty].filter((one) => !Number.isNaN(one)))).toBe(true)
        expect(map.explained.every((share) => share >= 0 && share <= 1 + 1e-9)).toBe(true)
        expect(shares(map.exposure.flatMap(({ least, most, falseDiscovery }) => [least, most, falseDiscovery]))).toBe(
          true,
        )
        const k = map.groups.chosen?.k ?? 0
        expect([...map.groupOf].every((group) => group >= -1 && group < k)).toBe(true)
        expect(map.groupOf).toHaveLength(matrix.people.length)
        for (const [place] of matrix.statements.entries()) {
          const counted = map.votes.reduce((sum, { seen }) => sum + (seen[place] ?? 0), 0)
          expect(counted).toBeLessThanOrEqual(map.sums.seen[place] ?? 0)
        }
        for (const { silhouette, stability } of map.groups.tried) {
          expect(Math.abs(silhouette)).toBeLessThanOrEqual(1)
          expect(stability).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each<readonly [string, readonly CastVote[]]>([
    ['no vote', []],
    ['one vote', [{ person: 'alice', statement: 's1', vote: 1 }]],
    ['one voter', ['s1', 's2', 's3'].map((statement) => ({ person: 'alice', statement, vote: 1 as const }))],
    [
      'one statement',
      ['alice', 'bashir', 'chen'].map((person, at) => ({ person, statement: 's1', vote: at === 0 ? 1 : -1 })),
    ],
    ['everybody passes', twoMinds({ people: 20, statements: 9 }).map((cast) => ({ ...cast, vote: 0 }))],
    ['everybody agrees', twoMinds({ people: 20, statements: 9 }).map((cast) => ({ ...cast, vote: 1 }))],
    [
      'two circles that have voted on nothing in common',
      [
        ...twoMinds({ people: 20, statements: 9 }),
        ...twoMinds({ people: 20, statements: 9 }).map((cast) => ({
          ...cast,
          person: `other ${cast.person}`,
          statement: `other ${cast.statement}`,
        })),
      ],
    ],
  ])('%s: no NaN, no group where there is nothing to tell apart', (_, votes) => {
    const { map } = mapOf(votes)
    expect([...map.positions.x, ...map.positions.y, ...map.priorities].every(Number.isFinite)).toBe(true)
    if (new Set(map.positions.x).size < 2 && new Set(map.positions.y).size < 2)
      expect(map.groups.chosen).toBeUndefined()
  })

  it('gives each vote its own names: the later of two votes counts, a statement nobody voted on is there', () => {
    const matrix = matrixOf(
      [
        { person: 'alice', statement: '10', vote: 1 },
        { person: 'alice', statement: '9', vote: -1 },
        { person: 'alice', statement: '10', vote: 0 },
      ],
      ['9', '10', '11'],
    )
    expect(matrix.statements).toEqual(['9', '10', '11'])
    expect([...matrix.column]).toEqual([0, 1])
    expect([...matrix.value]).toEqual([-1, 0])
  })

  it('leaves what is moderated out away, and who voted on nothing else stays without a place', () => {
    const matrix = matrixOf(
      [
        { person: 'alice', statement: '1', vote: 1 },
        { person: 'bashir', statement: '2', vote: 1 },
      ],
      ['1'],
    )
    expect(matrix.people).toEqual(['alice', 'bashir'])
    expect([...matrix.start]).toEqual([0, 1, 1])
  })
})

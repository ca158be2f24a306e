import { seeded } from '@folkmoot/basics/seeded.ts'
import type { Vote } from '@folkmoot/opinion-map/votes.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMap, type Drawn } from './drawing.ts'
import { keptOr, untold, type KeptShares } from './kept-shares.ts'
import type { Voters } from './voters.ts'

const statements = Array.from({ length: 8 }, (_, at) => ({ number: at + 1, id: `${at + 1}` }))
const votes = [1, -1, 0] as const

type Town = {
  readonly seed: string
  /** How many are on the first map, and how many of them had voted on statement 1. */
  readonly people: number
  readonly onFirst: number
}

/** Two camps. `more` of those who are on the first map vote on statement 1 after it, and each says `vote`; five newcomers never do. */
function votersAt({ seed, people, onFirst }: Town, after?: { readonly more: number; readonly vote: Vote }): Voters {
  const random = seeded(seed)
  const said = Array.from({ length: people + 5 }, (_, person) =>
    statements.map((__, at): Vote => {
      const leans = (person % 2 === 0) === at % 2 > 0 ? 1 : -1
      return random() < 0.15 ? 0 : random() < 0.2 ? (-leans as Vote) : leans
    }),
  )
  const count = after ? people + 5 : people
  const cast = said.slice(0, count).flatMap((hers, person) =>
    hers.flatMap((vote, at) => {
      if (at > 0 || person < onFirst) return [{ person, statement: at + 1, vote }]
      return after && person < onFirst + after.more ? [{ person, statement: 1, vote: after.vote }] : []
    }),
  )
  return {
    names: said.slice(0, count).map((_, person) => `person ${person}`),
    person: Int32Array.from(cast, ({ person }) => person),
    statement: Int32Array.from(cast, ({ statement }) => statement),
    vote: Int8Array.from(cast, ({ vote }) => vote),
  }
}

function drawn(town: Town, after: { readonly more: number; readonly vote: Vote; readonly isFinal: boolean }): Drawn {
  const of = { statements, seed: 'a town' }
  const first = drawMap({ ...of, version: 1, isFinal: false, voters: votersAt(town), last: undefined })
  const { isFinal } = after
  return drawMap({ ...of, version: 2, isFinal, voters: votersAt(town, after), last: first.axes })
}

const onStatement = ({ map }: Drawn) => map.statements.find(({ number }) => number === 1)

const towns = fc.record({
  seed: fc.string(),
  people: fc.integer({ min: 25, max: 60 }),
  onFirst: fc.integer({ min: 10, max: 20 }),
})

describe('the attack: whoever knows that one alone voted on a statement between two maps', () => {
  it('reads the same of it whatever she said, also where four did, before and after the close: her vote was once read off two maps', () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 1, max: 4 }), fc.boolean(), (town, more, isFinal) => {
        const drawings = votes.map((vote) => drawn(town, { more, vote, isFinal }))
        expect(new Set(drawings.map((one) => JSON.stringify(onStatement(one)?.all))).size).toBe(1)
        // One vote may still let groups come or go, or divide people otherwise: then nothing is said of groups.
        const grouped = drawings.filter(({ map }) => map.groups.length > 0)
        const ofGroups = grouped.flatMap((one) => {
          const groups = onStatement(one)?.groups ?? []
          return groups.some(({ agree, disagree }) => agree !== null || disagree !== null)
            ? [JSON.stringify(groups)]
            : []
        })
        expect(new Set(ofGroups).size).toBeLessThan(2)
      }),
      { numRuns: 60 },
    )
  })

  it('reads another share when five say otherwise: the comparison can fail', () => {
    const differs = Array.from({ length: 20 }, (_, seed) => {
      const town = { seed: `${seed}`, people: 40, onFirst: 20 }
      const [agree, disagree] = votes.map((vote) => onStatement(drawn(town, { more: 5, vote, isFinal: false })))
      return JSON.stringify(agree) !== JSON.stringify(disagree)
    })
    expect(differs).toContain(true)
  })
})

describe('what is shown of a statement', () => {
  const shares = { agree: 6, disagree: 3 }
  const kept = (seen: number, letters = [0, 1], all = shares): KeptShares => ({
    letters,
    of: [{ number: 4, all, groups: letters.map(() => all), seen }],
  })
  const other = { agree: 2, disagree: 7 }

  it('is drawn anew for five more, and at the close where nobody more voted', () => {
    const now = (seen: number, isFinal: boolean) => keptOr(kept(seen, [0, 1], other), kept(20), isFinal).of[0]?.all
    expect(now(24, false)).toEqual(shares)
    expect(now(25, false)).toEqual(other)
    expect(now(20, false)).toEqual(shares)
    expect(now(20, true)).toEqual(other)
    expect(now(21, true)).toEqual(shares)
  })

  it('waits for five from when it was drawn, not from the last map', () => {
    const then = keptOr(kept(23, [0, 1], other), kept(20), false)
    expect(keptOr(kept(25, [0, 1], other), then, false).of[0]?.all).toEqual(other)
  })

  it('says nothing of other groups until then, and keeps its place while it is hidden', () => {
    expect(keptOr(kept(21, [0, 1, 2], other), kept(20), false).of[0]).toMatchObject({
      all: shares,
      groups: [untold, untold, untold],
    })
    const hidden = keptOr({ letters: [0, 1], of: [] }, kept(20), false)
    expect(keptOr(kept(21, [0, 1], other), hidden, false).of[0]?.all).toEqual(shares)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonTail } from './poisson.ts'
import { unusualIn, type Voter } from './unusual.ts'

const minute = 60_000_000
const day = 24 * 60 * minute
const from = Date.parse('2026-11-01T11:00:00Z') * 1000
const span = { from, until: from + 20 * day, timeZone: 'Europe/Copenhagen' }

/** Chance that is the same each time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** People who come between nine in the morning and nine at night, and answer as they like. */
function crowd(many: number, seed = 7): readonly Voter[] {
  const roll = dice(seed)
  return Array.from({ length: many }, (_, at) => ({
    voter: `crowd-${at}`,
    first: from + Math.floor(roll() * 19) * day + Math.floor(roll() * 9 * 60) * minute,
    votes: Array.from({ length: 16 }, (_, one) => `${one + 1}${'aaddp'[Math.floor(roll() * 5)]}`).join(' '),
  }))
}

const alike = (many: number, at: number, within: number, name = 'sock'): readonly Voter[] =>
  Array.from({ length: many }, (_, place) => ({
    voter: `${name}-${place}`,
    first: at + Math.floor((place * within) / many),
    votes: '1a 2a 3d 4a 5d 6d 7a 8a 9a 10d 11a 12d 13a 14a 15d 16a',
  }))

const kindsOf = (voters: readonly Voter[], networks?: ReadonlyMap<string, string>) =>
  new Map(unusualIn(voters, span, networks).map((one) => [one.kind, one]))

describe('what is unusual', () => {
  it('abuse 16: 200 accounts of one network in ten minutes with the same answers are a burst, the same and one network', () => {
    const socks = alike(200, from + 5 * day, 10 * minute)
    const networks = new Map(socks.map(({ voter }) => [voter, 'one']))
    const found = kindsOf([...crowd(800), ...socks], networks)
    for (const kind of ['burst', 'same-answers', 'one-network'] as const) {
      const voters = found.get(kind)?.voters ?? []
      expect(voters.filter((voter) => voter.startsWith('sock')).length).toBeGreaterThanOrEqual(195)
      expect(voters.filter((voter) => voter.startsWith('crowd')).length).toBeLessThanOrEqual(5)
    }
    expect(found.has('night')).toBe(false)
  })

  it('abuse 17: 2,850 in seven hours of one night are found, as at Guimarães', () => {
    // From 23:30 UTC on: half past midnight there.
    const night = Date.parse('2026-11-09T23:10:00Z') * 1000
    const found = kindsOf([...crowd(3000), ...alike(2850, night, 6 * 60 * minute)])
    expect(found.get('night')?.voters).toHaveLength(2850)
    expect(found.get('night')?.expected).toBeLessThan(10)
  })

  it('finds nothing where people come by chance and answer by themselves', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(unusualIn(crowd(1000, seed), span)).toEqual([])
  })

  it('finds nothing in what most agree on, nor in a few who are alike', () => {
    const roll = dice(3)
    const agreed = crowd(300).map((one) => ({
      ...one,
      votes: Array.from({ length: 12 }, (_, at) => `${at + 1}${roll() < 0.97 ? 'a' : 'd'}`).join(' '),
    }))
    expect(unusualIn(agreed, span)).toEqual([])
    expect(unusualIn([...crowd(300), ...alike(9, from + day, 5 * minute)], span)).toEqual([])
  })

  it('says nothing of fewer than ten, and of nobody who is not there', () => {
    const voter = fc.record({
      voter: fc.uuid(),
      first: fc.integer({ min: 0, max: 20 * 24 * 60 }).map((at) => from + at * minute),
      votes: fc.constantFrom('1a', '1d 2a', Array.from({ length: 12 }, (_, at) => `${at}a`).join(' ')),
    })
    fc.assert(
      fc.property(fc.uniqueArray(voter, { maxLength: 60, selector: (one) => one.voter }), (voters) => {
        const there = new Set(voters.map((one) => one.voter))
        for (const one of unusualIn(voters, span)) {
          expect(one.voters.length).toBeGreaterThanOrEqual(10)
          expect(new Set(one.voters).size).toBe(one.voters.length)
          expect(one.voters.every((name) => there.has(name))).toBe(true)
          expect(one.from).toBeLessThanOrEqual(one.until)
        }
      }),
    )
  })
})

it.each([
  [3, 1, 0.080301397],
  [5, 2, 0.052653017],
  [20, 5, 3.452136e-7],
  [40, 20, 5.320203e-5],
])('%s or more where %s are expected: %s', (count, expected, chance) => {
  expect(poissonTail(count, expected) / chance).toBeCloseTo(1, 5)
})

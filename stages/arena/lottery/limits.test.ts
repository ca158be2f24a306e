import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLimits, faultsIn, suggestLimit, untold, widen, withUntold, type Limits } from './limits.ts'

function limitsOf(seats: number, bounds: readonly (readonly [number, number])[]): Limits {
  const values = bounds.map(([min, max], at) => ({
    key: `${at}`,
    name: `Group ${at}`,
    min,
    max,
    minFlex: Math.max(0, min - 1),
    maxFlex: max + 1,
  }))
  return { seats, onePerHousehold: false, features: [{ key: 'age', name: 'Age', values }] }
}

const kinds = (limits: Limits) => faultsIn(limits).map(({ kind }) => kind)

describe('limits that go against themselves', () => {
  it.each([
    [
      'none',
      10,
      [
        [4, 6],
        [4, 6],
      ],
      [],
    ],
    ['no seat', 0, [[0, 1]], ['no-seats']],
    [
      'least above most',
      10,
      [
        [6, 4],
        [0, 10],
      ],
      ['out-of-order'],
    ],
    [
      'more than there are seats',
      10,
      [
        [11, 11],
        [0, 10],
      ],
      ['more-than-seats'],
    ],
    [
      'too many in all',
      10,
      [
        [6, 6],
        [6, 6],
      ],
      ['too-many-wanted'],
    ],
    [
      'too few in all',
      10,
      [
        [2, 4],
        [2, 4],
      ],
      ['too-few-allowed'],
    ],
  ] as const)('%s', (_, seats, bounds, expected) => {
    expect(kinds(limitsOf(seats, bounds))).toEqual(expected)
  })

  it('do not count on people who will not say', () => {
    const [feature] = limitsOf(10, [
      [2, 4],
      [2, 4],
    ]).features
    if (!feature) throw new Error('there is one')
    const told = withUntold(feature, { seats: 10, name: 'Did not say' })
    expect(told.values.at(-1)).toMatchObject({ key: untold, min: 0, max: 10 })
    expect(kinds({ seats: 10, onePerHousehold: false, features: [told] })).toEqual(['too-few-allowed'])
  })
})

describe('suggested from shares of the people', () => {
  it.each([
    [0.3, 10, 3, 3],
    [0.25, 10, 2, 3],
    [0, 10, 0, 0],
    [1, 7, 7, 7],
    [1 / 3, 9, 3, 3],
  ])('%f of %i seats is %i to %i', (share, seats, min, max) => {
    expect(suggestLimit(share, seats)).toMatchObject({ min, max })
  })

  it('can always be met together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (counts, seats) => {
          const whole = counts.reduce((sum, count) => sum + count, 0)
          fc.pre(whole > 0)
          const values = counts.map((count, at) => ({
            key: `${at}`,
            name: `${at}`,
            ...suggestLimit(count / whole, seats),
          }))
          expect(faultsIn({ seats, onePerHousehold: false, features: [{ key: 'f', name: 'F', values }] })).toEqual([])
        },
      ),
    )
  })
})

describe('made wider', () => {
  const change = fc.record({
    feature: fc.constant('age'),
    value: fc.constantFrom('0', '1', '2'),
    bound: fc.constantFrom('min' as const, 'max' as const),
    from: fc.nat(20),
    to: fc.integer({ min: -5, max: 30 }),
  })
  const bounds = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 5, max: 10 })), {
    minLength: 2,
    maxLength: 3,
  })

  it('never makes a limit narrower, whatever is asked, and stays in order', () => {
    fc.assert(
      fc.property(bounds, fc.array(change), (of, changes) => {
        const before = limitsOf(10, of)
        const after = widen(before, changes)
        for (const { before: was, now } of changedLimits(before, after)) {
          expect(now.min).toBeLessThanOrEqual(was.min)
          expect(now.max).toBeGreaterThanOrEqual(was.max)
          expect(now.minFlex).toBeLessThanOrEqual(now.min)
          expect(now.maxFlex).toBeGreaterThanOrEqual(now.max)
        }
      }),
    )
  })

  it('says what was and what is', () => {
    const before = limitsOf(10, [
      [4, 6],
      [4, 6],
    ])
    const after = widen(before, [{ feature: 'age', value: '1', bound: 'min', from: 4, to: 2 }])
    expect(changedLimits(before, after)).toMatchObject([{ before: { min: 4 }, now: { key: '1', min: 2, max: 6 } }])
  })
})

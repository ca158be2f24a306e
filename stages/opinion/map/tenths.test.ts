import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, surelyOf, tenthsOf } from './tenths.ts'

const voted = fc
  .integer({ min: 10, max: 300 })
  .chain((seen) => fc.record({ seen: fc.constant(seen), count: fc.integer({ min: 0, max: seen }) }))

describe('a share in steps', () => {
  it('is never said of fewer than ten', () => {
    expect(tenthsOf(9, 9)).toBeNull()
    expect(surelyOf(tenthsOf(9, 9), 9)).toBe(0)
    expect([tenthsOf(10, 10), tenthsOf(5, 10), tenthsOf(14, 20), tenthsOf(20, 20), tenthsOf(0, 20)]).toEqual([
      9, 5, 7, 9, 1,
    ])
  })

  it('can always be made by another number of the same voters, so that it tells no vote', () => {
    fc.assert(
      fc.property(voted, ({ count, seen }) => {
        const alike = Array.from({ length: seen + 1 }, (_, other) => other).filter(
          (other) => tenthsOf(other, seen) === tenthsOf(count, seen),
        )
        expect(alike.length).toBeGreaterThan(1)
        expect(alike).toContain(countOf(tenthsOf(count, seen), seen))
      }),
    )
  })

  it('is near the share itself and never says more for sure than is there', () => {
    fc.assert(
      fc.property(voted, ({ count, seen }) => {
        expect(Math.abs((tenthsOf(count, seen) ?? 99) / 10 - count / seen)).toBeLessThanOrEqual(0.1 + 1e-9)
        expect(surelyOf(tenthsOf(count, seen), seen) / 10).toBeLessThanOrEqual(count / seen)
      }),
    )
  })
})

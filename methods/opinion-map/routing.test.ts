import { seeded } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prioritiesOf, routed } from './routing.ts'

const draws = (seed: string) => (place: number) => seeded(`${seed} ${place}`)()
const none = () => false

test('each unseen statement comes next as often as its priority says', () => {
  const priorities = Float64Array.of(1, 2, 0, 5)
  const came = [0, 0, 0, 0]
  for (let person = 0; person < 8000; person += 1) {
    const place = routed(priorities, none, draws(`person ${person}`)) ?? -1
    came[place] = (came[place] ?? 0) + 1
  }
  expect(came.map((count) => Math.round(count / 500) / 2)).toEqual([1, 2, 0, 5])
})

test('whoever goes on to the end sees every statement once, and none comes that she has seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { maxLength: 30 }),
      fc.string(),
      (all, seed) => {
        const seen = new Set<number>()
        for (;;) {
          const place = routed(Float64Array.from(all), (one) => seen.has(one), draws(seed))
          if (place === undefined) break
          expect(seen.has(place)).toBe(false)
          seen.add(place)
        }
        expect(seen.size).toBe(all.length)
      },
    ),
  )
})

test('the same person gets the same one again, and another statement changes it only by being the next itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.string(),
      (all, one, seed) => {
        const before = routed(Float64Array.from(all), none, draws(seed))
        expect(routed(Float64Array.from(all), none, draws(seed))).toBe(before)
        expect([before, all.length]).toContain(routed(Float64Array.from([...all, one]), none, draws(seed)))
      },
    ),
  )
})

test('a new statement has eighty-one times the weight of one that many have seen and answered alike', () => {
  const sums = { agree: Int32Array.of(0, 500), disagree: Int32Array.of(0, 0), seen: Int32Array.of(0, 1000) }
  const [fresh = 0, known = 1] = prioritiesOf(sums, Float64Array.of(0, 0), none)
  expect(fresh / known).toBeCloseTo(81, 0)
})

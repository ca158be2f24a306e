import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded, shuffled } from './seeded.ts'

test('the same seed draws the same numbers for ever', () => {
  const draw = seeded('folkmoot')
  expect([draw(), draw(), draw()]).toEqual(frozen)
})

// Frozen at the first release: another line here would change every order ever drawn.
const frozen = [0.13728287303820252, 0.05660427315160632, 0.45968411839567125]

test('lies in [0, 1) and differs from seed to seed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const [first, second] = [seeded(one), seeded(other)]
      const [a, b] = [Array.from({ length: 8 }, first), Array.from({ length: 8 }, second)]
      expect([...a, ...b].every((value) => value >= 0 && value < 1)).toBe(true)
      expect(a.join() === b.join()).toBe(one === other)
    }),
  )
})

test('is even: each tenth holds a tenth, mean one half', () => {
  const draw = seeded('even')
  const count = 100_000
  const values = Array.from({ length: count }, draw)
  expect(values.reduce((sum, value) => sum + value, 0) / count).toBeCloseTo(0.5, 2)
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = values.filter((value) => Math.floor(value * 10) === tenth).length / count
    expect(share).toBeGreaterThan(0.095)
    expect(share).toBeLessThan(0.105)
  }
})

test('shuffling keeps everything, changes nothing given, and repeats itself', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const given = [...items]
      const order = shuffled(items, seed)
      expect(items).toEqual(given)
      expect(order).toEqual(shuffled(items, seed))
      expect(order.toSorted((a, b) => a - b)).toEqual(given.toSorted((a, b) => a - b))
    }),
  )
})

test('every place is as likely for everyone', () => {
  const people = ['alice', 'bashir', 'chen', 'dora']
  const firsts = Array.from({ length: 8000 }, (_, at) => shuffled(people, `seed ${at}`)[0])
  for (const person of people) {
    const share = firsts.filter((first) => first === person).length / firsts.length
    expect(share).toBeGreaterThan(0.23)
    expect(share).toBeLessThan(0.27)
  }
})

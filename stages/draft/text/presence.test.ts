import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openPace } from './pace.ts'
import { presenceOf } from './presence.ts'

const alice = { name: 'Alice', as: 'citizen' } as const

it('whatever a browser says of itself, name and role are the ones the server knows, and only a cursor is passed on', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      const shown = presenceOf(said, alice)
      expect(shown.user).toBe(alice)
      expect(Object.keys(shown).sort()).toEqual(['cursor', 'user'])
    }),
  )
  const place = { type: { client: 3, clock: 7 }, tname: null, item: { client: 3, clock: 9 }, assoc: 0 }
  const cursor = { anchor: place, head: place }
  expect(presenceOf({ cursor: { ...cursor, more: 1 }, user: { name: 'The mayor' } }, alice).cursor).toEqual(cursor)
  for (const anchor of ['x'.repeat(2_000), { tname: 'elsewhere' }, { item: { client: 'a', clock: 1 } }, {}, [1]])
    expect(presenceOf({ cursor: { anchor, head: place } }, alice).cursor).toBeNull()
})

it('a burst is let through, then as many as the pace allows', () => {
  const mayGoOn = openPace({ perSecond: 10, burst: 5 }, 0)
  expect(Array.from({ length: 6 }, () => mayGoOn(0))).toEqual([true, true, true, true, true, false])
  expect([mayGoOn(99), mayGoOn(100), mayGoOn(150)]).toEqual([false, true, false])
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 200 }), (pauses) => {
      const may = openPace({ perSecond: 10, burst: 5 }, 0)
      let now = 0
      const passed = pauses.filter((pause) => may((now += pause))).length
      expect(passed).toBeLessThanOrEqual(5 + now / 100 + 1e-6)
    }),
  )
})

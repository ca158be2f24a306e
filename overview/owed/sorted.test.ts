import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Owed } from '../../platform/thread/index.ts'
import { firstOf, isTooLate, sorted } from './sorted.ts'

const now = Temporal.Instant.from('2026-11-24T12:00:00Z')

function owed(hours: number, isDone = false): Owed {
  return { problem: newId('problem'), due: now.add({ hours }), title: `due ${hours}`, href: '#', owner: '', isDone }
}

describe('what is owed', () => {
  test('what is overdue longest stands first, what is done is not late', () => {
    const { late, coming, done } = sorted([owed(5), owed(-3), owed(-9), owed(-1, true)], now)
    expect(late.map((one) => one.title)).toEqual(['due -9', 'due -3'])
    expect(coming.map((one) => one.title)).toEqual(['due 5'])
    expect(done.map((one) => one.title)).toEqual(['due -1'])
  })

  test('a bug once: what was done after its day stood among what was kept, and nothing said so', () => {
    const done = owed(-48, true)
    expect(isTooLate({ ...done, doneAt: now.subtract({ hours: 1 }) })).toBe(true)
    expect(isTooLate({ ...done, doneAt: done.due })).toBe(false)
    expect(isTooLate(done)).toBe(false)
    expect(isTooLate({ ...owed(-48), doneAt: null })).toBe(false)
  })

  test('a promise is late only when its moment has passed', () => {
    expect(sorted([owed(0)], now).late).toEqual([])
  })

  test('a page that ends lists no later day where it left an earlier one out', () => {
    const day = fc.record({ hours: fc.integer({ min: -99, max: 99 }), isDone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(day), fc.nat(9), fc.nat(9), (list, open, given) => {
        const all = list.map(({ hours, isDone }) => owed(hours, isDone))
        const listed = firstOf(all, { open, given })
        const left = all.filter((one) => !listed.includes(one))
        const hours = ({ due }: Owed) => due.since(now).total('hours')
        const last = Math.max(...listed.filter((one) => !one.isDone).map(hours))
        expect(left.filter((one) => !one.isDone).every((one) => hours(one) >= last)).toBe(true)
        const first = Math.min(...listed.filter((one) => one.isDone).map(hours))
        expect(left.filter((one) => one.isDone).every((one) => given === 0 || hours(one) <= first)).toBe(true)
      }),
    )
  })

  test('loses nothing and counts nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ hours: fc.integer({ min: -9000, max: 9000 }), isDone: fc.boolean() })),
        (list) => {
          const all = list.map(({ hours, isDone }) => owed(hours, isDone))
          const { late, coming, done } = sorted(all, now)
          expect(new Set([...late, ...coming, ...done])).toEqual(new Set(all))
          expect(late.length + coming.length + done.length).toBe(all.length)
        },
      ),
    )
  })
})

import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addItem, agendaSum, arrange, itemTimes, neighbour, order, runningTimes } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const memberElsewhere = someone({ name: 'member', scope: newId('problem') })
const elect = someone({ name: 'arena-chair-elect', scope: problem })
const clerk = someone({ name: 'clerk', scope: place })
const resident = someone({ name: 'resident', scope: place })

const coming = { state: 'called', startsAt: now.add({ hours: 24 }) } as const
const cancelled = { ...coming, state: 'cancelled' } as const

test('every member adds to the agenda, and who sits on her seat in this meeting; nobody from outside', () => {
  const adding = (actor: Actor, standsIn = false, meeting: typeof coming | typeof cancelled = coming) =>
    addItem(problem, meeting, { actor, standsIn })
  for (const who of [member, clerk, elect]) expect(adding(who).ok).toBe(true)
  expect(adding(resident, true).ok).toBe(true)
  for (const who of [memberElsewhere, resident]) expect(adding(who)).toMatchObject({ refusal: 'not-a-member' })
  expect(adding(member, false, cancelled)).toMatchObject({ refusal: 'is-cancelled' })
})

test('an item is mended by who put it there or prepares the meeting, until it has minutes', () => {
  const item = { addedBy: member.account, hasMinutes: false }
  const by = (actor: Actor, other = {}) => arrange(problem, { meeting: coming, item: { ...item, ...other } }, actor)
  expect(by(member).ok).toBe(true)
  expect(by(clerk).ok).toBe(true)
  expect(by(member, { addedBy: clerk.account })).toMatchObject({ refusal: 'not-yours-to-arrange' })
  expect(by(clerk, { hasMinutes: true })).toMatchObject({ refusal: 'has-minutes' })
  expect(arrange(problem, { meeting: cancelled, item }, clerk)).toMatchObject({ refusal: 'is-cancelled' })
  expect(order(problem, coming, member)).toMatchObject({ refusal: 'not-yours-to-arrange' })
  expect(order(problem, coming, elect).ok).toBe(true)
  expect(order(problem, cancelled, clerk)).toMatchObject({ refusal: 'is-cancelled' })
})

test('items change places with their neighbours, and the ends have none', () => {
  const items = ['a', 'b', 'c']
  expect(neighbour(items, 'b', 'up')).toBe('a')
  expect(neighbour(items, 'b', 'down')).toBe('c')
  expect(neighbour(items, 'a', 'up')).toBeUndefined()
  expect(neighbour(items, 'c', 'down')).toBeUndefined()
  expect(neighbour(items, 'd', 'down')).toBeUndefined()
})

test('the agenda against the length of the meeting', () => {
  const hours = { startsAt: now, endsAt: now.add({ minutes: 150 }) }
  expect(agendaSum(hours, [30, null, 60])).toEqual({ planned: 90, length: 150, open: 1 })
  expect(agendaSum({ startsAt: null, endsAt: null }, [])).toEqual({ planned: 0, length: null, open: 0 })
})

describe('times of the agenda', () => {
  test('follow one another until one has no length', () => {
    const at = (minutes: number): Temporal.Instant => now.add({ minutes })
    expect(itemTimes(now, [10, 20, null, 5]).map(String)).toEqual([at(0), at(10), at(30), 'null'].map(String))
    expect(itemTimes(null, [10, 20])).toEqual([null, null])
  })

  test('never run backwards, and the last begins after the sum of those before it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 720 }), { minLength: 1, maxLength: 30 }), (lengths) => {
        const times = itemTimes(now, lengths)
        const before = lengths.slice(0, -1).reduce((sum, length) => sum + length, 0)
        expect(times.at(-1)?.toString()).toBe(now.add({ minutes: before }).toString())
      }),
    )
  })
})

describe('times while the meeting runs', () => {
  const at = (minutes: number): Temporal.Instant => now.add({ minutes })
  const item = (minutes: number | null, opened: number | null = null) => ({
    minutes,
    openedAt: opened === null ? null : at(opened),
  })

  test('are those planned until the first item is opened', () => {
    expect(runningTimes(now, [item(10), item(20)], at(3)).map(String)).toEqual([at(0), at(10)].map(String))
  })

  test('are counted from the item that runs, and never lie behind', () => {
    const items = [item(10, 0), item(20, 15), item(30), item(null), item(5)]
    expect(runningTimes(now, items, at(20)).map(String)).toEqual([at(0), at(15), at(35), at(65), 'null'].map(String))
    expect(runningTimes(now, items, at(50)).map(String)).toEqual([at(0), at(15), at(50), at(80), 'null'].map(String))
  })

  test('rise, whatever was opened when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 }),
        fc.nat(12),
        fc.nat(600),
        (lengths, opened, later) => {
          const items = lengths.map((minutes, i) => item(minutes, i < opened ? i * 7 : null))
          const times = runningTimes(now, items, at(84 + later))
          const minutes = times.map((time) => (time ? now.until(time).total('minutes') : -1))
          expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
        },
      ),
    )
  })
})

import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerWish, lay, layOut, numbersFor, phasesFor, wish, type Wished } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const chair = someone({ name: 'member', scope: problem }, { name: 'arena-chair', scope: problem })
const facilitator = someone({ name: 'facilitator', scope: place })
const resident = someone({ name: 'resident', scope: place })

describe('the days of a series', () => {
  test('seven over ten months, on Thursdays, around Christmas and Ascension Day', () => {
    const laid = layOut(
      { from: day('2026-12-10'), to: day('2027-10-07'), meetings: 7, weekday: 4 },
      { holidays: [day('2026-12-25'), day('2027-05-13')] },
    )
    expect(laid.ok && laid.value.map(String)).toEqual([
      '2026-12-10',
      '2027-01-28',
      '2027-03-18',
      '2027-05-12',
      '2027-07-01',
      '2027-08-19',
      '2027-10-07',
    ])
  })

  test('too few weeks for so many meetings', () => {
    const weeks = { from: day('2026-12-07'), to: day('2026-12-18'), weekday: 2 }
    expect(layOut({ ...weeks, meetings: 2 }, { holidays: [] })).toMatchObject({ ok: true })
    expect(layOut({ ...weeks, meetings: 3 }, { holidays: [] })).toMatchObject({ refusal: 'too-few-weeks' })
  })

  test('are working days of the timetable, in order, one a week at most, and as far apart as they can be', () => {
    const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        holidays,
        (start, span, meetings, weekday, off) => {
          const from = day('2026-01-01').add({ days: start })
          const to = from.add({ days: span })
          const closed = off.map((days) => from.add({ days }))
          const laid = layOut({ from, to, meetings, weekday }, { holidays: closed })
          if (!laid.ok) {
            expect(span / 7).toBeLessThan(meetings + closed.length)
            return
          }
          const days = laid.value
          expect(days).toHaveLength(meetings)
          for (const [index, one] of days.entries()) {
            expect(one.dayOfWeek).toBeLessThanOrEqual(5)
            expect(closed.some((holiday) => holiday.equals(one))).toBe(false)
            expect(Temporal.PlainDate.compare(one, from)).toBeGreaterThanOrEqual(0)
            expect(Temporal.PlainDate.compare(one, to)).toBeLessThanOrEqual(0)
            const before = days[index - 1]
            if (before) expect(before.weekOfYear === one.weekOfYear && before.yearOfWeek === one.yearOfWeek).toBe(false)
            if (before) expect(Temporal.PlainDate.compare(before, one)).toBe(-1)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('first they explore, then they shape', () => {
  expect(phasesFor(7).join()).toBe('explore,explore,explore,shape,shape,shape,shape')
  expect(phasesFor(5).filter((phase) => phase === 'explore')).toHaveLength(2)
  expect(phasesFor(6).filter((phase) => phase === 'explore')).toHaveLength(3)
  expect(numbersFor(4)).toEqual([4, 5, 6, 7])
  expect(numbersFor(null)).toEqual([5, 6, 7])
})

describe('a series', () => {
  const at = (hours: number) => ({ startsAt: now.add({ hours }), endsAt: now.add({ hours: hours + 2 }) })
  const laying = (meetings: Parameters<typeof lay>[1]['meetings'], actor = facilitator, isLaid = false) => {
    const result = lay(problem, { meetings, isLaid }, { actor, now })
    return result.ok ? 'ok' : result.refusal
  }
  test.each([
    ['is called in order', [at(24), at(200)], 'ok'],
    ['has no day before the last', [at(200), at(24)], 'days-in-order'],
    ['does not begin yesterday', [at(-24), at(24)], 'in-the-past'],
    ['is more than one meeting', [at(24)], 'series-number'],
    [
      'ends each day after it began',
      [at(24), { startsAt: at(48).endsAt, endsAt: at(48).startsAt }],
      'ends-before-start',
    ],
    ['lasts no day and night', [at(24), { startsAt: at(48).startsAt, endsAt: at(62).endsAt }], 'too-long-meeting'],
  ] as const)('%s: %s', (_, meetings, expected) => expect(laying(meetings)).toBe(expected))

  test('is laid once, by who prepares it', () => {
    expect(laying([at(24), at(48)], member)).toBe('not-yours-to-run')
    expect(laying([at(24), at(48)], chair)).toBe('ok')
    expect(laying([at(24), at(48)], chair, true)).toBe('laid-already')
  })
})

describe('a wish to change the series', () => {
  const coming = { state: 'called', startsAt: now.add({ hours: 48 }) } as const
  const when = { startsAt: now.add({ hours: 72 }), endsAt: now.add({ hours: 74 }) }
  const move: Wished = { kind: 'move', meeting: coming, ...when }
  const drop: Wished = { kind: 'drop', meeting: coming, startsAt: null, endsAt: null }
  const add: Wished = { kind: 'add', meeting: null, ...when }

  test('is every member’s, and nobody else’s', () => {
    for (const wished of [move, drop, add]) {
      expect(wish(problem, wished, { actor: member, now }).ok).toBe(true)
      expect(wish(problem, wished, { actor: resident, now })).toMatchObject({ refusal: 'not-a-member' })
      expect(wish(problem, wished, { actor: facilitator, now })).toMatchObject({ refusal: 'not-a-member' })
    }
  })

  test.each([
    ['a meeting that is off', { ...move, meeting: { ...coming, state: 'cancelled' } }, 'is-cancelled'],
    ['one that has begun', { ...drop, meeting: { ...coming, startsAt: now } }, 'has-begun'],
    ['to no day', { ...move, startsAt: null }, 'when-needed'],
    ['to yesterday', { ...add, startsAt: now.subtract({ hours: 24 }) }, 'in-the-past'],
    ['to end before it begins', { ...add, endsAt: now }, 'ends-before-start'],
    ['no meeting there is', { ...drop, meeting: null }, 'which-meeting'],
  ] as const)('%s: %s', (_, wished, refusal) =>
    expect(wish(problem, wished, { actor: member, now })).toMatchObject({ refusal }),
  )

  test('a date is moved by chair or facilitator; how many meetings there are only the chair changes', () => {
    const answering = (wished: Wished, actor: Actor, isGranted = true, reason = '') => {
      const result = answerWish(problem, { ...wished, isOpen: true }, { isGranted, reason, actor, now })
      return result.ok ? 'ok' : result.refusal
    }
    expect(answering(move, facilitator)).toBe('ok')
    expect(answering(move, chair)).toBe('ok')
    expect(answering(move, member)).toBe('not-yours-to-answer')
    for (const wished of [drop, add]) {
      expect(answering(wished, facilitator)).toBe('not-yours-to-answer')
      expect(answering(wished, chair)).toBe('ok')
    }
    expect(answering(drop, chair, false)).toBe('reason-needed')
    expect(answering(drop, chair, false, 'We need the time.')).toBe('ok')
    expect(
      answerWish(problem, { ...move, isOpen: false }, { isGranted: true, reason: '', actor: chair, now }),
    ).toMatchObject({
      refusal: 'answered-already',
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const waiting = { isModerator: true, state: 'waiting', isOpen: true, isTaken: false } as const

describe('a statement that waits', () => {
  it.each([
    ['whoever does not moderate', { isModerator: false }, 'not-a-moderator'],
    ['once it was let through', { state: 'let-through' }, 'not-waiting'],
    ['once it was refused', { state: 'refused' }, 'not-waiting'],
    ['where nothing waits', { state: undefined }, 'not-waiting'],
    ['after the close', { isOpen: false }, 'closed'],
    ['beside the same words', { isTaken: true }, 'same-words'],
  ] as const)('is not let through: %s', (_, more, refusal) => {
    expect(rules.letThrough({ ...waiting, ...more })).toEqual({ ok: false, refusal })
  })

  it('is let through and refused by a moderator while it waits, and refused after the close too', () => {
    expect(rules.letThrough(waiting).ok).toBe(true)
    expect(rules.mayJudge({ isModerator: true, state: 'waiting' }).ok).toBe(true)
    expect(rules.mayJudge({ isModerator: false, state: 'waiting' })).toEqual({ ok: false, refusal: 'not-a-moderator' })
    expect(rules.mayJudge({ isModerator: true, state: 'lapsed' })).toEqual({ ok: false, refusal: 'not-waiting' })
  })

  it.each([
    [true, false, 'let-through'],
    [false, false, 'lapsed'],
    [true, true, 'lapsed'],
  ] as const)('after an appeal, with voting open %s and its words taken %s, is %s', (isOpen, isTaken, becomes) => {
    expect(rules.afterAppeal({ isOpen, isTaken })).toBe(becomes)
  })

  it('should be read within two working days, and never after the close', () => {
    const calendar = { timeZone: 'Europe/Copenhagen', holidays: [Temporal.PlainDate.from('2026-12-25')] }
    const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
    const later = at('2027-01-20T22:59:59Z')
    const day = (due: Temporal.Instant): string => due.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()
    expect(day(rules.dueAfter(at('2026-12-07T10:00:00Z'), later, calendar))).toBe('2026-12-09')
    expect(day(rules.dueAfter(at('2026-12-24T10:00:00Z'), later, calendar))).toBe('2026-12-29')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (hours, open) => {
        const written = at('2026-12-01T00:00:00Z').add({ hours })
        const closes = written.add({ hours: open })
        const due = rules.dueAfter(written, closes, calendar)
        expect(Temporal.Instant.compare(due, closes)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(due, written)).toBeGreaterThan(0)
      }),
    )
  })
})

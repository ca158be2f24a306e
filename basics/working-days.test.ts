import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, deadlineAfter, endOfDay, type DeadlineRule } from './working-days.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const copenhagen = { timeZone: 'Europe/Copenhagen', holidays: [day('2026-12-25')] }

/** Where clocks change at one in the morning, at midnight and at eleven in the evening, and where they never do. */
const zones = [
  'Europe/Copenhagen',
  'America/Nuuk',
  'Atlantic/Azores',
  'Africa/Cairo',
  'Pacific/Chatham',
  'UTC',
] as const

describe('abuse 07: the end of a day is the last moment of it there, whatever the clocks do', () => {
  const anyDay = fc.oneof(
    fc.constantFrom('2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31').map(day),
    fc.integer({ min: 0, max: 3_000 }).map((days) => day('2024-01-01').add({ days })),
  )

  test('is on that day, and a millisecond later is the next', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, (zone, one) => {
        const end = endOfDay(one, zone)
        const dayAt = (at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString()
        expect(dayAt(end)).toBe(one.toString())
        expect(dayAt(end.add({ milliseconds: 1 }))).toBe(one.add({ days: 1 }).toString())
        // What the text says, read back, is no later than the instant: nobody who comes by the text is late.
        const text = end
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .round({ smallestUnit: 'minute', roundingMode: 'floor' })
        const readings = (['earlier', 'later'] as const).map((disambiguation) =>
          text.toZonedDateTime(zone, { disambiguation }).toInstant(),
        )
        for (const reading of readings) expect(Temporal.Instant.compare(reading, end)).toBeLessThanOrEqual(0)
        expect(readings.some((reading) => reading.until(end).total('minutes') < 1)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['Europe/Copenhagen', '2027-03-28', '2027-03-28T21:59:59.999Z'],
    ['Europe/Copenhagen', '2027-10-31', '2027-10-31T22:59:59.999Z'],
    ['America/Nuuk', '2027-03-28', '2027-03-29T00:59:59.999Z'],
    ['America/Nuuk', '2027-10-31', '2027-11-01T01:59:59.999Z'],
    ['Atlantic/Azores', '2027-03-28', '2027-03-28T23:59:59.999Z'],
    ['Atlantic/Azores', '2027-10-31', '2027-11-01T00:59:59.999Z'],
  ])('%s, Sunday %s at 23:59 is %s', (zone, one, instant) => {
    expect(endOfDay(day(one), zone).toString()).toBe(instant)
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-23', 1, '2026-11-24'], // Monday
    ['2026-11-27', 1, '2026-11-30'], // Friday
    ['2026-11-28', 1, '2026-11-30'], // Saturday
    ['2026-12-24', 1, '2026-12-28'], // over a holiday and a weekend
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 40, '2027-01-19'],
  ])('%s and %i of them end on %s', (from, count, to) => {
    expect(addWorkingDays(day(from), count, copenhagen.holidays).toString()).toBe(to)
  })

  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }))
  const anyCount = fc.integer({ min: 1, max: 120 })
  const anyHolidays = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 30 })

  test('end on a day that is one, with exactly that many after the start', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyHolidays, (from, count, offsets) => {
        const holidays = offsets.map((days) => from.add({ days }))
        const end = addWorkingDays(from, count, holidays)
        const isOpen = (one: Temporal.PlainDate): boolean =>
          one.dayOfWeek <= 5 && !holidays.some((holiday) => holiday.equals(one))
        const span = from.until(end).days
        const between = Array.from({ length: span }, (_, at) => from.add({ days: at + 1 }))
        expect(between.filter(isOpen)).toHaveLength(count)
        expect(isOpen(end)).toBe(true)
      }),
    )
  })

  test('taken in two parts end on the same day', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCount, (from, first, second) => {
        const inParts = addWorkingDays(addWorkingDays(from, first, []), second, [])
        expect(inParts.toString()).toBe(addWorkingDays(from, first + second, []).toString())
      }),
    )
  })

  test('a further holiday never brings the end forward', () => {
    fc.assert(
      fc.property(anyDay, anyCount, fc.integer({ min: 0, max: 200 }), (from, count, days) => {
        const [without, withOne] = [addWorkingDays(from, count, []), addWorkingDays(from, count, [from.add({ days })])]
        expect(Temporal.PlainDate.compare(withOne, without)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('the end of a day', () => {
  test.each([
    ['2026-11-23', 'Europe/Copenhagen', '2026-11-23T22:59:59.999Z'],
    ['2026-03-29', 'Europe/Copenhagen', '2026-03-29T21:59:59.999Z'], // 23 hours
    ['2026-10-25', 'Europe/Copenhagen', '2026-10-25T22:59:59.999Z'], // 25 hours
    // In Nuuk the clock moves at the end of Saturday, at ten in the evening.
    ['2026-03-28', 'America/Nuuk', '2026-03-29T00:59:59.999Z'],
    ['2026-10-24', 'America/Nuuk', '2026-10-25T01:59:59.999Z'],
    ['2026-07-01', 'America/Nuuk', '2026-07-02T00:59:59.999Z'],
    ['2026-07-01', 'UTC', '2026-07-01T23:59:59.999Z'],
  ])('%s in %s is %s', (date, zone, instant) => {
    expect(endOfDay(day(date), zone).toString()).toBe(instant)
  })

  test('is still that day there, and a moment later is not', () => {
    const zones = ['Europe/Copenhagen', 'America/Nuuk', 'Pacific/Chatham', 'Asia/Kathmandu', 'America/St_Johns']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 15_000 }), (zone, days) => {
        const date = day('2000-01-01').add({ days })
        const end = endOfDay(date, zone)
        const dateAt = (instant: Temporal.Instant): string => instant.toZonedDateTimeISO(zone).toPlainDate().toString()
        expect(dateAt(end)).toBe(date.toString())
        expect(dateAt(end.add({ milliseconds: 1 }))).toBe(date.add({ days: 1 }).toString())
      }),
    )
  })
})

describe('a deadline', () => {
  test.each<[string, DeadlineRule, string]>([
    // 23:30 UTC on Sunday is Monday there already.
    ['2026-11-22T23:30:00Z', { count: 1, unit: 'working-days' }, '2026-11-24T22:59:59.999Z'],
    ['2026-11-23T10:00:00Z', { count: 14, unit: 'days' }, '2026-12-07T22:59:59.999Z'],
    ['2026-03-28T10:00:00Z', { count: 1, unit: 'days' }, '2026-03-29T21:59:59.999Z'],
    ['2026-01-31T10:00:00Z', { count: 1, unit: 'months' }, '2026-02-28T22:59:59.999Z'],
    ['2026-11-23T10:00:00Z', { count: 0, unit: 'days' }, '2026-11-23T22:59:59.999Z'],
  ])('from %s by %o is %s', (start, rule, end) => {
    expect(deadlineAfter(Temporal.Instant.from(start), rule, copenhagen).toString()).toBe(end)
  })

  test('never ends before it starts', () => {
    const rules = fc.record({
      count: fc.integer({ min: 0, max: 60 }),
      unit: fc.constantFrom('days', 'working-days', 'months'),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), rules, (seconds, rule) => {
        const start = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        expect(Temporal.Instant.compare(deadlineAfter(start, rule as DeadlineRule, copenhagen), start)).toBe(1)
      }),
    )
  })
})

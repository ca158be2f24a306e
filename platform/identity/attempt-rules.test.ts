import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clientMayAskAt,
  digitsOf,
  isAlive,
  minutesOf,
  sendingFor,
  shortCodesPerDay,
  triesPerAttempt,
  tryOn,
  wrongTriesPerHour,
  type Asked,
} from './attempt-rules.ts'

const start = Temporal.Instant.from('2026-06-01T08:00:00Z')
const at = (minutes: number): Temporal.Instant => start.add({ seconds: Math.round(minutes * 60) })

function mailed(minutes: number, over: Partial<Asked> = {}): Asked {
  const isLong = over.isLong ?? false
  const expiresAt = at(minutes).add({ minutes: minutesOf[isLong ? 'long' : 'short'] })
  return { at: at(minutes), isLong, isMailed: true, expiresAt, enteredAt: null, ...over }
}

/** Asks at these minutes, each time by the rule; nobody ever types a code. */
function flood(minutes: readonly number[]): readonly Asked[] {
  return minutes.reduce<readonly Asked[]>((earlier, minute) => {
    const sending = sendingFor(earlier, at(minute))
    const one =
      sending.kind === 'mail'
        ? mailed(minute, { isLong: sending.length === 'long' })
        : { ...sending.code, at: at(minute), isMailed: false }
    return [...earlier, one]
  }, [])
}

const aDay = fc
  .array(fc.integer({ min: 0, max: 24 * 60 - 1 }), { maxLength: 600 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))

describe('what one more asking gets', () => {
  test('a short code by mail, the first time', () => {
    expect(sendingFor([], start)).toEqual({ kind: 'mail', length: 'short' })
  })

  test('a long code after five mails in an hour nobody used; then the same one for everybody', () => {
    const asked = flood([0, 1, 2, 3, 4, 5, 6, 40])
    expect(asked.map((one) => [one.isLong, one.isMailed])).toEqual([
      ...Array.from({ length: 5 }, () => [false, true]),
      [true, true],
      [true, false],
      [true, false],
    ])
  })

  test('a short one again once she has signed in: mails before that were wanted', () => {
    const asked = flood([0, 1, 2, 3, 4])
    const used = asked.map((one, i) => (i === 4 ? { ...one, enteredAt: at(5) } : one))
    expect(sendingFor(used, at(6))).toEqual({ kind: 'mail', length: 'short' })
  })

  test('a new long code when the last one was used up', () => {
    const asked = flood([0, 1, 2, 3, 4, 5]).map((one) => (one.isLong ? { ...one, enteredAt: at(-90) } : one))
    expect(sendingFor(asked, at(6))).toEqual({ kind: 'mail', length: 'long' })
  })

  test('however often strangers ask, an address gets at most 44 mails and 15 short codes in a day', () => {
    fc.assert(
      fc.property(aDay, (minutes) => {
        const sent = flood(minutes).filter((one) => one.isMailed)
        expect(sent.length).toBeLessThanOrEqual(44)
        expect(sent.filter((one) => !one.isLong).length).toBeLessThanOrEqual(15)
      }),
    )
    expect(flood(Array.from({ length: 24 * 60 }, (_, i) => i)).filter((one) => one.isMailed).length).toBeGreaterThan(30)
  })

  test('nobody is ever locked out: in any flood there is a code for the browser that asks, good for ten minutes', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 24 * 60 }), (minutes, hers) => {
        const sending = sendingFor(flood(minutes.filter((minute) => minute <= hers)), at(hers))
        const { code } = sending.kind === 'join' ? sending : { code: mailed(hers) }
        expect(isAlive({ ...code, triesLeft: 5 }, at(hers + 9.9))).toBe(true)
      }),
    )
  })
})

describe('a client', () => {
  test('asks a hundred times in ten minutes, then is told when', () => {
    const askings = Array.from({ length: 100 }, (_, i) => at(i / 100))
    expect(clientMayAskAt(askings.slice(1), at(2))).toBeNull()
    expect(clientMayAskAt(askings, at(2))?.toString()).toBe(at(10).toString())
  })

  test('may ask at the time it was told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 400 }), (minutes) => {
        const askings = minutes.map((minute) => at(minute))
        const again = clientMayAskAt(askings, at(30))
        if (again) expect(Temporal.Instant.compare(again, at(30))).toBe(1)
        if (again) expect(clientMayAskAt(askings, again)).toBeNull()
      }),
    )
  })
})

describe('a try', () => {
  const attempt = { expiresAt: at(10), enteredAt: null, triesLeft: 5 }
  test.each([
    ['the right code opens', attempt, true, 5, 'right'],
    ['another does not', attempt, false, 5, 'wrong-code'],
    ['not at the last second', attempt, true, 10, 'code-expired'],
    ['not without tries', { ...attempt, triesLeft: 0 }, true, 5, 'code-expired'],
    ['not twice', { ...attempt, enteredAt: at(1) }, true, 5, 'code-expired'],
  ] as const)('%s', (_, one, isRight, minute, tried) => {
    expect(tryOn(one, isRight, at(minute))).toBe(tried)
  })
})

test('abuse 28: what a guesser can hope for in a day, from the numbers of the rules', () => {
  const shortCodes = 10 ** digitsOf.short
  expect((shortCodesPerDay * triesPerAttempt) / shortCodes, 'one address').toBeLessThan(1e-6)
  expect((24 * wrongTriesPerHour) / shortCodes, 'any address, before the alarm').toBeLessThan(1e-4)
  expect((1e6 * triesPerAttempt) / 10 ** digitsOf.long, 'a million askings of a flooded address').toBeLessThan(1e-5)
})

import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { majorOf, minorOf, moneyWords } from './money.ts'
import * as rules from './rules.ts'

const [council, committee, place] = [newId('body'), newId('body'), newId('jurisdiction')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = day('2026-11-24')

function actor(isPolitician: boolean, ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: isPolitician ? newId('person') : null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}
const dora = actor(true, ['politician', council])
const emil = actor(true, ['politician', committee])
const clerk = actor(false, ['clerk', place])
const officer = actor(false, ['officer', place])
const alice = actor(false, ['resident', place])

const words: rules.IndicatorWords = {
  baselineValue: 31,
  baselineOn: day('2025-12-01'),
  baselineSource: 'Coast Office',
  targetValue: 5,
  targetBy: day('2028-01-01'),
}

describe('an indicator', () => {
  test.each<[string, Actor, Partial<rules.IndicatorWords>, string | null]>([
    ['by a clerk', clerk, {}, null],
    ['by a politician of the body', dora, {}, null],
    ['by a politician of another body', emil, {}, 'not-yours-to-prepare'],
    ['by a resident', alice, {}, 'not-yours-to-prepare'],
    ['with nothing known before', clerk, { baselineValue: null, baselineOn: null, baselineSource: '' }, null],
    ['with a day but no value', clerk, { baselineValue: null }, 'baseline-value-needed'],
    ['with a value but no day', clerk, { baselineOn: null }, 'baseline-day-needed'],
    ['with a value but no source', clerk, { baselineSource: '' }, 'baseline-source-needed'],
    ['measured tomorrow', clerk, { baselineOn: day('2026-11-25') }, 'day-in-future'],
  ])('%s', (_, who, part, refusal) => {
    const result = rules.intend({ body: council, today }, { ...words, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  const measured: rules.MeasurementWords = { value: 12, on: today, source: 'Coast Office', range: null }
  const state = { body: council, today, isKnown: false }

  test.each<[string, Actor, Partial<rules.MeasurementWords>, boolean, string | null]>([
    ['by an officer', officer, {}, false, null],
    ['by a politician of the body', dora, {}, false, null],
    ['by a resident', alice, {}, false, 'not-yours-to-measure'],
    ['by a politician of another body', emil, {}, false, 'not-yours-to-measure'],
    ['tomorrow', clerk, { on: today.add({ days: 1 }) }, false, 'day-in-future'],
    ['twice by one source on one day', clerk, {}, true, 'measured-already'],
    ['with its range', clerk, { range: { low: 10, high: 14 } }, false, null],
    ['at the end of its range', clerk, { range: { low: 12, high: 14 } }, false, null],
    ['outside its range', clerk, { range: { low: 13, high: 14 } }, false, 'value-outside-range'],
    ['with its range upside down', clerk, { range: { low: 14, high: 10 } }, false, 'value-outside-range'],
  ])('measured: %s', (_, who, part, isKnown, refusal) => {
    const result = rules.measure({ ...state, isKnown }, { ...measured, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test.each<[string, Actor, Partial<rules.MeasurementWords>, boolean, string | null, boolean?]>([
    ['another value', clerk, { value: 13 }, false, null],
    ['another day', clerk, { on: today.subtract({ days: 1 }) }, false, null],
    ['another source', clerk, { source: 'Harbour Office' }, false, null],
    ['how sure it is', clerk, { range: { low: 11, high: 13 } }, false, null],
    ['nothing', clerk, {}, false, 'nothing-corrected'],
    ['to what another one says', clerk, { value: 13 }, false, 'measured-already', true],
    ['what was corrected already', clerk, { value: 13 }, true, 'corrected-already'],
    ['to a day that is not yet', clerk, { on: today.add({ days: 1 }) }, false, 'day-in-future'],
    ['by a resident', alice, { value: 13 }, false, 'not-yours-to-measure'],
  ])('corrected: %s', (_, who, part, isCorrected, refusal, isKnown = false) => {
    const result = rules.correct({ ...state, isKnown, isCorrected, was: measured }, { ...measured, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })
})

describe('what a measurement says', () => {
  test.each<[number | null, number | null, number | undefined, rules.Reading]>([
    [31, 5, undefined, 'not-measured'],
    [null, 5, 4, 'unknown'],
    [31, 5, 5, 'reached'],
    [31, 5, 12, 'closer'],
    [31, 5, 31, 'unchanged'],
    [31, 5, 40, 'further'],
    [10, 20, 15, 'closer'],
    [10, 20, 5, 'further'],
  ])('baseline %s, target %s, now %s: %s', (baseline, target, latest, reading) => {
    expect(rules.readingOf(baseline, target, latest)).toBe(reading)
  })

  test('is the same seen in a mirror', () => {
    const value = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(value, value, value, (baseline, target, latest) => {
        fc.pre(baseline !== target)
        expect(rules.readingOf(-baseline, -target, -latest)).toBe(rules.readingOf(baseline, target, latest))
      }),
    )
  })
})

describe('money', () => {
  test('is a whole number of the smallest unit and comes back as typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        fc.constantFrom('EUR', 'DKK', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(minorOf(majorOf(minor, currency), currency)).toBe(minor)
        },
      ),
    )
  })

  test('reads as people write it', () => {
    expect(moneyWords(210_000_000, { currency: 'EUR', lang: 'en' })).toBe('€2,100,000')
    expect(moneyWords(1_250, { currency: 'EUR', lang: 'en' })).toBe('€12.50')
  })
})

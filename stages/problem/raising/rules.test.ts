import { expect, it, test } from 'vitest'
import fc from 'fast-check'
import { pointOf } from '../rules.ts'
import { looksLikeSolution, receiptOf } from './rules.ts'

test.each([
  ['en', 'We should build a bridge', true],
  ['en', 'The town council must lower the speed', true],
  ['en', 'Build a cycle path to the school', true],
  ['en', 'Can we ban cars in Mill Lane?', true],
  ['en', 'How can every child walk or cycle to school safely?', false],
  ['en', 'Why should we pay for the bridge?', false],
  ['en', 'Our building is damp', false],
  ['en', 'Weekends are loud', false],
  ['da', 'Vi bør bygge en bro', true],
  ['da', 'Byg en cykelsti', true],
  ['da', 'Skal kommunen plante træer?', true],
  ['da', 'Hvordan kommer børn sikkert i skole?', false],
  ['da', 'Bygningen er fugtig', false],
  ['de', 'Wir sollten bauen', false],
])('%s “%s” reads like a solution: %s', (lang, question, expected) => {
  expect(looksLikeSolution(question, lang)).toBe(expected)
})

test.each([
  ['55.6761, 12.5683', { latitude: 55.676, longitude: 12.568 }],
  ['55,6761 12,5683', { latitude: 55.676, longitude: 12.568 }],
  ['55,6761; 12,5683', { latitude: 55.676, longitude: 12.568 }],
  ['-0.0001, 0', { latitude: 0, longitude: 0 }],
  ['', null],
])('“%s” is a point of the town', (typed, point) => {
  expect(pointOf(typed)).toEqual({ ok: true, value: point })
})

test.each(['91, 0', '0, 181', 'Mill Lane 4', '55.6', '1,2,3,4,5', "1, 2'); drop"])('“%s” is no point', (typed) => {
  expect(pointOf(typed)).toEqual({ ok: false, refusal: 'not-a-point' })
})

it('never keeps a point finer than a thousandth of a degree', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      (n, e) => {
        const point = pointOf(`${n.toFixed(9)}, ${e.toFixed(9)}`)
        if (!point.ok || !point.value) throw new Error('it is a point')
        expect(String(point.value.latitude)).toMatch(/^-?\d+(\.\d{1,3})?$/)
        expect(Math.abs(point.value.longitude - e)).toBeLessThanOrEqual(0.000501)
      },
    ),
  )
})

it('reads a receipt out in three groups of three', () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 3, maxLength: 3 }), (chance) => {
      expect(receiptOf(new Uint32Array(chance))).toMatch(/^\d{3}-\d{3}-\d{3}$/)
    }),
  )
})

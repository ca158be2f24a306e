import fc from 'fast-check'
import { expect, it } from 'vitest'
import { everydayWords } from '../../../platform/i18n/index.ts'
import { currencies, minorDigits, readMatters, typedMatters } from './form.ts'
import { lawKinds, rooms, type Matter } from './rules.ts'

const common = everydayWords.say('en')

function read(typed: Readonly<Record<string, string>>) {
  const lists = Object.entries(typed).map(([name, value]) => [name, [value]] as const)
  return readMatters({ form: { typed: Object.fromEntries(lists), files: {} }, common })
}

const words = fc.constantFrom('Who owns it?', 'What does it cost?', 'Hvad koster det?')
const matter: fc.Arbitrary<Matter> = fc
  .record({
    words,
    room: fc.constantFrom(...rooms),
    why: fc.constantFrom('Sold in 2024.', 'It stands in the plan.'),
    money: fc.option(
      fc.record({
        amount: fc.nat(1_000_000_000),
        currency: fc.constantFrom(...currencies),
        words: fc.constantFrom('', 'a year'),
      }),
    ),
    law: fc.option(
      fc.record({
        kind: fc.constantFrom(...lawKinds),
        words: fc.constant('No homes'),
        reference: fc.constantFrom('', '§ 4'),
      }),
    ),
  })
  .map((some) => ({ ...some, level: some.room === 'another-level' ? 'The region' : '' }))

it('what was written is read back, with amounts to the smallest coin', () => {
  fc.assert(
    fc.property(fc.array(matter, { maxLength: 20 }), (matters) => {
      expect(read(typedMatters(matters))).toEqual({ value: matters, errors: [] })
    }),
  )
  expect(minorDigits('DKK')).toBe(2)
  expect(minorDigits('ISK')).toBe(0)
})

it.each([
  ['fixed without a reason', { 'matter-1': 'Who?', 'room-1': 'fixed' }, 'why-1'],
  ['another level, but which', { 'matter-1': 'Who?', 'room-1': 'another-level' }, 'level-1'],
  ['no room chosen', { 'matter-1': 'Who?' }, 'room-1'],
  ['a room without a question', { 'room-3': 'open' }, 'matter-3'],
  ['money without a currency', { 'matter-1': 'Who?', 'room-1': 'open', 'amount-1': '5' }, 'currency-1'],
  ['words on money without money', { 'matter-1': 'Who?', 'room-1': 'open', 'money-1': 'a year' }, 'amount-1'],
  ['half an øre', { 'matter-1': 'Who?', 'room-1': 'open', 'amount-1': '5,005', 'currency-1': 'DKK' }, 'amount-1'],
  ['a law without words', { 'matter-1': 'Who?', 'room-1': 'open', 'law-1': 'forbids' }, 'lawWords-1'],
  [
    'words of a law that neither forbids nor demands',
    { 'matter-1': 'Who?', 'room-1': 'open', 'lawWords-1': 'X' },
    'law-1',
  ],
] as const)('names the field: %s', (_, typed, field) => {
  expect(read(typed).errors.map((error) => error.field)).toEqual([field])
})

it('a level typed before another room was chosen says nothing', () => {
  expect(read({ 'matter-1': 'Who?', 'room-1': 'open', 'level-1': 'The region' }).value).toMatchObject([{ level: '' }])
})

import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import * as rules from './rules.ts'

const jurisdiction = newId('jurisdiction')
const today = Temporal.PlainDate.from('2026-11-27')
const someone = (more: Partial<Actor>): Actor => ({
  jurisdiction,
  account: newId('account'),
  person: null,
  name: 'Somebody',
  assurance: 'low',
  roles: [{ name: 'resident', scope: jurisdiction }],
  ...more,
})
const dora = someone({ person: newId('person'), roles: [{ name: 'politician', scope: newId('body') }] })
const past = someone({ person: newId('person') })
const chen = someone({ roles: [{ name: 'clerk', scope: jurisdiction }] })
const visitor = someone({ account: null, roles: [] })

test.each([
  ['until today', {}, 0, null],
  ['for two years', {}, rules.longestDays, null],
  ['for longer', {}, rules.longestDays + 1, 'too-long'],
  ['until yesterday', {}, -1, 'day-is-over'],
  ['herself', { isHerself: true }, 9, 'not-herself'],
  ['an eleventh', { open: 10 }, 9, 'too-many'],
] as const)('a politician names somebody %s', (_, more, days, refusal) => {
  const named = rules.name({ isHerself: false, open: 0, today, ...more }, today.add({ days }), dora)
  expect(named).toMatchObject(refusal === null ? { ok: true, value: { person: dora.person } } : { refusal })
})

test('abuse 44: nobody names for a politician, and who holds no seat names nobody', () => {
  for (const actor of [past, chen, visitor, someone({ roles: [{ name: 'delegate', scope: newId('person') }] })])
    expect(rules.name({ isHerself: false, open: 0, today }, today, actor)).toMatchObject({
      refusal: 'only-politicians-name',
    })
})

test('only who was asked agrees, once; either of the two ends it, and nobody else', () => {
  if (chen.account === null || dora.person === null) throw new Error('they have both')
  const asked = { account: chen.account, person: dora.person, agreedAt: null }
  expect(rules.agree(asked, chen)).toMatchObject({ ok: true })
  expect(rules.agree({ ...asked, agreedAt: Temporal.Instant.fromEpochMilliseconds(0) }, chen)).toMatchObject({
    refusal: 'agreed-already',
  })
  for (const actor of [dora, past, visitor]) expect(rules.agree(asked, actor)).toMatchObject({ refusal: 'not-yours' })
  expect(rules.end(asked, chen)).toMatchObject({ ok: true, value: 'delegate' })
  expect(rules.end(asked, dora)).toMatchObject({ ok: true, value: 'politician' })
  for (const actor of [past, visitor, someone({})])
    expect(rules.end(asked, actor)).toMatchObject({ refusal: 'not-yours' })
  for (const act of [rules.agree, rules.end]) expect(act(undefined, chen)).toMatchObject({ refusal: 'not-yours' })
})

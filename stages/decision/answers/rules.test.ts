import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PackageState } from '../rules.ts'
import { answerKinds } from './counting-rules.ts'
import * as rules from './rules.ts'

const [problem, council, committee, place] = [newId('problem'), newId('body'), newId('body'), newId('jurisdiction')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

function actor(person: boolean, ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: person ? newId('person') : null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const mayor = actor(true, ['politician', council], ['body-chair', council])
const councillor = actor(true, ['politician', council])
const elsewhere = actor(true, ['politician', committee])
const chair = actor(true, ['politician', committee], ['arena-chair', problem], ['member', problem])
const clerk = actor(false, ['clerk', place])
const resident = actor(false, ['resident', place])

const pack: PackageState = {
  problem,
  body: council,
  meetingOn: day('2026-12-10'),
  returnOn: day('2027-06-10'),
  isClosed: false,
  source: null,
}
const state: rules.AnswerState = {
  pack,
  original: 'Build a gate.',
  current: undefined,
  cover: 'none',
  today: day('2026-11-24'),
}
const words: rules.AnswerWords = {
  kind: 'accept',
  reason: 'It is right.',
  amendedText: '',
  referTo: '',
  referBy: null,
  parkUntil: null,
}

describe('answering', () => {
  test.each<[string, Actor, Partial<rules.AnswerWords>, Partial<rules.AnswerState>, string | null]>([
    ['a politician of the body', councillor, {}, {}, null],
    ['staff', clerk, {}, {}, 'staff-never-answer'],
    ['a resident', resident, {}, {}, 'not-in-recipient-body'],
    ['a politician of another body', elsewhere, {}, {}, 'not-in-recipient-body'],
    ['without a reason', councillor, { reason: '' }, {}, 'reason-needed'],
    ['no response meeting', councillor, {}, { pack: { ...pack, meetingOn: null } }, 'dates-missing'],
    ['no return date', councillor, {}, { pack: { ...pack, returnOn: null } }, 'dates-missing'],
    [
      'after closing',
      councillor,
      {},
      { pack: { ...pack, isClosed: true }, current: 'accept', cover: 'carried' },
      'package-closed',
    ],
    [
      'given to what was referred, and lost, after closing',
      councillor,
      {},
      { pack: { ...pack, isClosed: true }, current: 'accept', cover: 'lost' },
      null,
    ],
    ['in a told case', councillor, {}, { pack: { ...pack, source: 'https://example.org' } }, 'package-closed'],
    ['what was referred, after closing', councillor, {}, { pack: { ...pack, isClosed: true }, current: 'refer' }, null],
    [
      'parking after closing',
      councillor,
      { kind: 'park', parkUntil: day('2027-01-01') },
      { pack: { ...pack, isClosed: true }, current: 'refer' },
      'package-closed',
    ],
    ['amended without text', councillor, { kind: 'accept-amended' }, {}, 'amended-text-needed'],
    [
      'amended with the same text',
      councillor,
      { kind: 'accept-amended', amendedText: 'Build a gate.' },
      {},
      'amended-text-same',
    ],
    [
      'a bug once: the same clauses, their lines ended as a browser ends them',
      councillor,
      { kind: 'accept-amended', amendedText: 'Build a gate.\r\nPaint it.' },
      { original: rules.wordsToChange('', [{ text: 'Build a gate.' }, { text: 'Paint it.' }]) },
      'amended-text-same',
    ],
    ['amended', councillor, { kind: 'accept-amended', amendedText: 'Build a wall.' }, {}, null],
    ['refer to nobody', councillor, { kind: 'refer', referBy: day('2027-01-01') }, {}, 'refer-to-whom'],
    ['refer without a day', councillor, { kind: 'refer', referTo: 'Works committee' }, {}, 'refer-by-when'],
    [
      'refer to the past',
      councillor,
      { kind: 'refer', referTo: 'Works committee', referBy: day('2026-11-23') },
      {},
      'day-has-passed',
    ],
    ['refer', councillor, { kind: 'refer', referTo: 'Works committee', referBy: day('2027-01-01') }, {}, null],
    ['park without a day', councillor, { kind: 'park' }, {}, 'park-until-when'],
    ['park into the past', councillor, { kind: 'park', parkUntil: day('2020-01-01') }, {}, 'day-has-passed'],
    ['park', councillor, { kind: 'park', parkUntil: day('2027-01-01') }, {}, null],
  ])('%s', (_, who, part, at, refusal) => {
    const result = rules.answer({ ...state, ...at }, { ...words, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('an answer keeps only what its kind needs, and is signed by who acts', () => {
    const day_ = fc.constantFrom(null, day('2027-01-01'))
    const anything = fc.record({
      kind: fc.constantFrom(...answerKinds),
      reason: fc.string(),
      amendedText: fc.string(),
      referTo: fc.string(),
      referBy: day_,
      parkUntil: day_,
    })
    fc.assert(
      fc.property(anything, fc.constantFrom(mayor, councillor, elsewhere, chair, clerk, resident), (typed, who) => {
        const result = rules.answer(state, typed, who)
        if (!result.ok) return
        const { by, words: kept } = result.value
        expect([mayor.person, councillor.person]).toContain(by.person)
        expect(by.person).toBe(who.person)
        expect(kept.reason).not.toBe('')
        expect(kept.amendedText !== '').toBe(kept.kind === 'accept-amended')
        expect(kept.referTo !== '' && kept.referBy !== null).toBe(kept.kind === 'refer')
        expect(kept.parkUntil !== null).toBe(kept.kind === 'park')
      }),
    )
  })
})

describe('in the place of the answer that stands', () => {
  const due = Temporal.PlainDate.from('2026-03-03')
  const [dora, emil] = [newId('person'), newId('person')]
  const words = {
    kind: 'refer',
    reason: 'A law.',
    amendedText: '',
    referTo: 'Parliament',
    referBy: due,
    parkUntil: null,
  } as const
  const stands = { ...words, version: 3, person: dora }

  test.each([
    [
      'four answered at once, and each replaced one she had not read',
      stands,
      { seen: 0, person: emil },
      'answered-meanwhile',
    ],
    ['what she has read is replaced', stands, { seen: 3, person: emil }, null],
    ['the first answer', null, { seen: 0, person: emil }, null],
    ['no form was read', stands, { seen: null, person: emil }, null],
    ['her own words again made the body vote once more', stands, { seen: 3, person: dora }, 'answer-unchanged'],
  ])('%s', (_, standing_, by, refusal) => {
    const replaced = rules.replaceAnswer(standing_, { ...by, words })
    expect(replaced.ok ? null : replaced.refusal).toBe(refusal)
  })

  test('her own words in which anything is different stand', () => {
    for (const other of [{ reason: 'Another.' }, { referBy: due.add({ days: 1 }) }, { kind: 'reject' as const }])
      expect(rules.replaceAnswer(stands, { seen: 3, person: dora, words: { ...words, ...other } }).ok).toBe(true)
  })
})

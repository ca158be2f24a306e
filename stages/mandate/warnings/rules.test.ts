import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matter } from '../matters/rules.ts'
import { warningKinds, warningsOf, type Surroundings, type WarnedTerms } from './rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const open: Matter = { words: 'What is it used for?', room: 'together', why: '', level: '', money: null, law: null }
const fixed: Matter = { ...open, room: 'fixed', why: 'Sold.' }
const elsewhere: Matter = { ...open, room: 'another-level', level: 'The region' }

const terms: WarnedTerms = {
  promise: 'collaborate',
  matters: [open],
  politicians: 5,
  citizens: 10,
  profiles: [{ wanted: 6 }, { wanted: 4 }],
  startsOn: day('2027-01-14'),
  endsOn: day('2027-10-01'),
  meetings: 7,
}
const calm: Surroundings = {
  today: day('2026-11-01'),
  isFirst: true,
  sponsors: [
    { name: 'Dora', party: 'Harbour List', until: day('2029-12-31') },
    { name: 'Emil', party: 'Green Shore', until: null },
  ],
  majority: ['Harbour List'],
  electedOn: day('2029-11-20'),
  bodyUntil: day('2029-12-31'),
  answerBy: day('2027-12-01'),
  others: [],
  groupsAYear: 4,
}
const dora = calm.sponsors[0] ?? { name: '', party: null, until: null }
const kinds = (some: Partial<WarnedTerms>, around: Partial<Surroundings> = {}) =>
  warningsOf({ ...terms, ...some }, { ...calm, ...around }).map(({ kind }) => kind)

const during = { startsOn: day('2027-02-01'), endsOn: day('2027-05-01'), isOurs: false }
const ended = { startsOn: day('2026-02-01'), endsOn: day('2027-01-13'), isOurs: true }

describe('what a body is warned of', () => {
  it('is nothing where there is no risk', () => {
    expect(kinds({})).toEqual([])
  })

  it.each([
    ['every question is closed', { matters: [fixed, elsewhere] }, {}, ['nothing-open']],
    ['nothing is decided together', { matters: [{ ...open, room: 'open' }] }, {}, ['nothing-together']],
    ['another level decides a part', { promise: 'empower', matters: [open, elsewhere] }, {}, ['beyond-power']],
    ['people work together with no politician', { politicians: 0 }, {}, ['no-politicians']],
    ['people work along with no politician', { promise: 'involve', politicians: 0 }, {}, ['no-politicians']],
    ['citizens alone decide', { promise: 'empower', politicians: 0 }, {}, []],
    ['profiles for nine of ten seats', { profiles: [{ wanted: 6 }, { wanted: 3 }] }, {}, ['few-profiles']],
    ['a profile whose seats nobody knows', { profiles: [{ wanted: 6 }, { wanted: null }] }, {}, []],
    ['who only listens decides nothing together', { promise: 'consult' }, {}, ['together-unpromised']],
    ['a later version of running work', {}, { today: day('2027-02-01'), isFirst: false }, []],
    ['who only listens promises no power', { promise: 'consult', matters: [fixed, elsewhere] }, {}, []],
    ['seven meetings in 83 days', { endsOn: day('2027-04-07') }, {}, ['short-rhythm']],
    ['seven meetings in 84 days', { endsOn: day('2027-04-08') }, {}, []],
    ['41 days to recruit', {}, { today: day('2026-12-04') }, ['short-recruiting']],
    ['42 days to recruit', {}, { today: day('2026-12-03') }, []],
    ['nobody to recruit', { citizens: 0 }, { today: day('2027-01-14') }, []],
    ['one party alone', {}, { sponsors: [dora] }, ['one-party']],
    ['one party alone, majority unknown', {}, { sponsors: [dora], majority: undefined }, ['one-party']],
    ['only the majority', {}, { majority: ['Harbour List', 'Green Shore'] }, ['only-majority']],
    ['nobody said who the majority is', {}, { majority: undefined }, ['majority-unknown']],
    ['the answer on the last day of the term', {}, { bodyUntil: day('2027-12-01') }, []],
    ['the answer after the last term', {}, { bodyUntil: day('2027-11-30') }, ['after-terms']],
    ['the answer on the day of the election', {}, { electedOn: day('2027-12-01') }, []],
    ['the answer the day after the election', {}, { electedOn: day('2027-11-30') }, ['after-election']],
    [
      'an election is said once, not as the end of terms too',
      {},
      { electedOn: day('2027-11-20'), bodyUntil: day('2027-11-30') },
      ['after-election'],
    ],
    ['an election nobody has told', {}, { electedOn: null }, []],
    [
      'no time for the answer: the hand-over counts',
      {},
      { answerBy: null, bodyUntil: day('2027-09-30') },
      ['after-terms'],
    ],
    [
      'a sponsor leaves before',
      {},
      {
        sponsors: [
          { ...dora, until: day('2027-06-30') },
          { name: 'E', party: 'Green Shore', until: null },
        ],
      },
      ['sponsor-leaves'],
    ],
    ['another group of the same people', {}, { others: [{ ...during, isOurs: true }] }, ['busy-sponsors']],
    ['one that ended the day before', {}, { others: [ended] }, []],
    ['a fourth group', {}, { others: [during, during, during] }, []],
    ['a fifth group', {}, { others: [during, during, during, during] }, ['busy-place']],
    ['a place that can carry one', {}, { others: [during], groupsAYear: 1 }, ['busy-place']],
  ] as const)('%s', (_, some, around, expected) => {
    expect(kinds(some as Partial<WarnedTerms>, around as Partial<Surroundings>)).toEqual(expected)
  })

  it('never fails, names each kind at most once a cause, and the order of sponsors and groups says nothing', () => {
    const someDay = fc.integer({ min: 0, max: 2000 }).map((days) => day('2026-01-01').add({ days }))
    const maybe = fc.option(someDay)
    const party = fc.option(fc.constantFrom('A', 'B', 'C'))
    const sponsor = fc.record({ name: fc.constantFrom('x', 'y'), party, until: maybe })
    const other = fc.record({ startsOn: maybe, endsOn: maybe, isOurs: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(sponsor, { maxLength: 4 }),
        fc.array(other, { maxLength: 6 }),
        maybe,
        maybe,
        fc.option(fc.subarray(['A', 'B', 'C']), { nil: undefined }),
        (sponsors, others, startsOn, endsOn, majority) => {
          const around = { ...calm, sponsors, others, majority }
          const some = { ...terms, startsOn, endsOn }
          const said = warningsOf(some, around)
          const turned = warningsOf(some, { ...around, sponsors: sponsors.toReversed(), others: others.toReversed() })
          expect(turned.map(({ kind }) => kind).toSorted()).toEqual(said.map(({ kind }) => kind).toSorted())
          for (const kind of warningKinds.filter((one) => one !== 'sponsor-leaves'))
            expect(said.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

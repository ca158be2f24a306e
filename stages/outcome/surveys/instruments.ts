import { groups, moments, type Group, type Moment } from './rules.ts'

/**
 * What is asked, of whom, and when. A question keeps its key, its words and its scale for ever: only so can a year be compared
 * with another. A changed question is a new one with another key.
 */

export const instruments = ['leadership', 'experience', 'fairness', 'trust', 'answer', 'value'] as const
export type Instrument = (typeof instruments)[number]

/** What the ends of a scale are called. */
export type Ends = 'agree' | 'likely' | 'trust' | 'good' | 'chance' | 'risk'

export type Item = {
  readonly key: string
  readonly instrument: Instrument
  readonly ends: Ends
  readonly from: number
  readonly to: number
  readonly asked: readonly Group[]
  readonly at: readonly Moment[]
}

type Asking = Omit<Item, 'key'>

const always: Asking['at'] = moments
const afterwards: Asking['at'] = ['close', 'later']
const seated: Asking['asked'] = ['politician', 'member']

/**
 * INSTRUMENTS D1, own items: politicians' own perceived leadership. `politicians-set-direction` is kept apart: the published effect of
 * such designs depends on that balance (Local Government Studies 48(3), 2022).
 */
const leadership: Asking = {
  instrument: 'leadership',
  ends: 'agree',
  from: 1,
  to: 7,
  asked: ['politician'],
  at: afterwards,
}
/** D3, short form in own words: design, experience, and what it leads to. */
const experience: Asking = { ...leadership, instrument: 'experience', asked: seated }
/** D8: legitimacy depends on those who did not sit at the table too. */
const fairness: Asking = { ...leadership, instrument: 'fairness', asked: groups }
/** D2, the short form: 0–10. `voice` in the words the OECD asks. */
const trust: Asking = { instrument: 'trust', ends: 'likely', from: 0, to: 10, asked: groups, at: always }
const answer: Asking = { ...trust, instrument: 'answer', ends: 'good', at: afterwards }
/** D9, Meynhardt's scorecard: chances and risks, each 0–10, for five kinds of value. */
const value: Asking = { ...trust, instrument: 'value', ends: 'chance' }

const askedBy = (asking: Asking, keys: readonly string[]): readonly Item[] => keys.map((key) => ({ ...asking, key }))

const askedInPairs = (pairs: readonly (readonly [chance: string, risk: string])[]): readonly Item[] =>
  pairs.flatMap(([chance, risk]) => [
    { ...value, key: chance },
    { ...value, key: risk, ends: 'risk' },
  ])

export const items: readonly Item[] = [
  ...askedBy({ ...experience, at: always }, ['purpose-clear', 'framing-fair', 'right-mix', 'selection-fair']),
  ...askedBy(experience, [
    'information-balanced',
    'time-enough',
    'equal-chance',
    'listened-to',
    'facilitation-neutral',
    'no-politician-dominated',
    'no-staff-dominated',
    'reasons-given',
    'proposals-ours',
  ]),
  ...askedBy({ ...experience, at: ['start', 'close'] }, ['council-uses']),
  ...askedBy(experience, ['reasoned-answer', 'know-what-next', 'again']),
  ...askedBy(leadership, [
    'agenda',
    'understand-anew',
    'new-solutions',
    'influence',
    'can-defend',
    'others-carry',
    'politicians-set-direction',
    'worth-my-time',
  ]),
  ...askedBy(fairness, [
    'all-heard',
    'unbiased',
    'understood-decision',
    'told-reasons',
    'can-be-corrected',
    'accept-anyway',
  ]),
  ...askedBy(answer, ['answer-meets', 'answer-understood', 'answer-in-time']),
  ...askedBy({ ...trust, ends: 'trust' }, ['trust-council', 'trust-staff']),
  ...askedBy(trust, ['voice', 'adopt-opinions', 'able-to-take-part']),
  ...askedInPairs([
    ['useful-chance', 'useful-risk'],
    ['decent-chance', 'decent-risk'],
    ['acceptable-chance', 'acceptable-risk'],
    ['pleasant-chance', 'pleasant-risk'],
    ['worth-its-money-chance', 'worth-its-money-risk'],
  ]),
]

/** The questions this group is asked at this moment, in their order. */
export function itemsFor(group: Group, moment: Moment): readonly Item[] {
  return items.filter(({ asked, at }) => asked.includes(group) && at.includes(moment))
}

export const perPage = 10

/** Ten a page: half of it can be answered on the bus, and the rest tomorrow. */
export function pagesOf(asked: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(asked.length / perPage) }, (_, page) =>
    asked.slice(page * perPage, (page + 1) * perPage),
  )
}

/** Answers of a scale, from its lowest. */
export function answersOf({ from, to }: Pick<Item, 'from' | 'to'>): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

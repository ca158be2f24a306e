import type { RuleTerms } from './rules.ts'

/** What a source can leave unsaid. */
export type Unsaid = 'window' | 'answer' | 'open-to' | 'assurance' | 'again'

/**
 * The rule of a real place, to start from (R7, R8). A deadline its source does not name stays empty: the body has to choose
 * one. What else is unsaid is filled with our own modest rule, and the form says which parts those are.
 */
export type AgendaPreset = Omit<RuleTerms, 'body' | 'preset' | 'reference' | 'answer'> & {
  readonly name: AgendaPresetName
  readonly answer: RuleTerms['answer'] | null
  readonly unsaid: readonly Unsaid[]
  /** Null for the one that is ours. */
  readonly source: string | null
}

export const agendaPresetNames = ['small-town', 'brussels', 'wallonia', 'join', 'mexico-city'] as const
export type AgendaPresetName = (typeof agendaPresetNames)[number]

const modest = {
  openTo: 'tied',
  leastAssurance: 'low',
  againAfterMonths: 12,
  againWithNewFacts: true,
} as const satisfies Partial<RuleTerms>

export const agendaPresets: readonly AgendaPreset[] = [
  {
    ...modest,
    name: 'small-town',
    rungs: [{ threshold: 50, owes: 'decision' }],
    window: { count: 6, unit: 'months' },
    answer: { count: 2, unit: 'months' },
    unsaid: [],
    source: null,
  },
  {
    ...modest,
    name: 'brussels',
    rungs: [{ threshold: 1000, owes: 'decision' }],
    window: null,
    answer: null,
    unsaid: ['window', 'answer', 'open-to', 'assurance', 'again'],
    source: 'https://democratie.brussels/pages/faq_cd',
  },
  {
    ...modest,
    name: 'wallonia',
    rungs: [{ threshold: 2000, owes: 'decision' }],
    window: { count: 6, unit: 'months' },
    answer: { count: 2, unit: 'months' },
    unsaid: ['open-to', 'assurance', 'again'],
    source: 'https://www.buergerrat.de/en/news/mps-and-random-citizens-in-the-same-boat/',
  },
  {
    ...modest,
    name: 'join',
    rungs: [{ threshold: 5000, owes: 'answer' }],
    window: null,
    answer: { count: 60, unit: 'days' },
    unsaid: ['window', 'open-to', 'assurance', 'again'],
    source: 'https://sayit.pdis.nat.gov.tw/speech/14705',
  },
  {
    ...modest,
    name: 'mexico-city',
    rungs: [
      { threshold: 5000, owes: 'legal-opinion' },
      { threshold: 10_000, owes: 'presentation' },
      { threshold: 50_000, owes: 'session' },
    ],
    window: null,
    answer: null,
    unsaid: ['window', 'answer', 'open-to', 'assurance', 'again'],
    source: 'https://congress.crowd.law/case-constitución-cdmx.html',
  },
]

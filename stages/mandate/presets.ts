import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import type { PromiseLevel, Terms } from './rules.ts'

/** The rules of a real model, to start from (R8). Null is what its source does not fix; the body has to choose. */
export type Preset = {
  readonly name: PresetName
  readonly politicians: number
  readonly citizens: number
  readonly minGenderShare: number | null
  readonly meetings: number | null
  readonly promise: PromiseLevel | null
  readonly answerRule: DeadlineRule | null
  readonly source: string
}

export const presetNames = ['gentofte', 'svelvik', 'angelholm', 'brussels', 'wallonia', 'ireland', 'eu-panel'] as const
export type PresetName = (typeof presetNames)[number]

export const presets: readonly Preset[] = [
  {
    name: 'gentofte',
    politicians: 5,
    citizens: 10,
    minGenderShare: null,
    meetings: null,
    promise: 'collaborate',
    answerRule: null,
    source: 'https://gentofte.dk/det-lokale-demokrati/politiske-udvalg/politisk-arbejdsform/',
  },
  {
    name: 'svelvik',
    politicians: 5,
    citizens: 10,
    minGenderShare: 0.4,
    meetings: null,
    promise: 'collaborate',
    answerRule: null,
    source:
      'https://www.svelvik.kommune.no/politikk-og-lokaldemokrati/politikk-og-lokaldemokrati/lokaldemokrati/oppgaveutvalg/om-oppgaveutvalg/',
  },
  {
    name: 'angelholm',
    politicians: 5,
    citizens: 11,
    minGenderShare: null,
    meetings: 7,
    promise: 'collaborate',
    answerRule: null,
    source:
      'https://www.engelholm.se/trafik-och-stadsplanering/aktuella-bygg--och-infrastrukturprojekt/projekt/2022-10-24-nytt-kulturhus-i-angelholm.html',
  },
  {
    name: 'brussels',
    politicians: 15,
    citizens: 45,
    minGenderShare: null,
    meetings: 4,
    promise: null,
    answerRule: null,
    source: 'https://democratie.brussels/pages/faq_cd',
  },
  {
    name: 'wallonia',
    politicians: 10,
    citizens: 30,
    minGenderShare: null,
    meetings: 5,
    promise: null,
    answerRule: null,
    source: 'https://www.buergerrat.de/en/news/mps-and-random-citizens-in-the-same-boat/',
  },
  {
    name: 'ireland',
    politicians: 33,
    citizens: 66,
    minGenderShare: null,
    meetings: null,
    promise: null,
    answerRule: { count: 4, unit: 'months' },
    source: 'https://www.oireachtas.ie/en/debates/debate/dail/2012-07-10/30/',
  },
  {
    name: 'eu-panel',
    politicians: 0,
    citizens: 150,
    minGenderShare: null,
    meetings: 3,
    promise: null,
    answerRule: null,
    source:
      'https://commission.europa.eu/strategy-and-policy/priorities-2019-2024/new-push-european-democracy/conference-future-europe/european-citizens-panels_en',
  },
]

/** The terms with what the model fixes; what it leaves open stays as it was. */
export function withPreset(terms: Terms, preset: Preset): Terms {
  return {
    ...terms,
    politicians: preset.politicians,
    citizens: preset.citizens,
    minGenderShare: preset.minGenderShare ?? terms.minGenderShare,
    meetings: preset.meetings ?? terms.meetings,
    promise: preset.promise ?? terms.promise,
    answerRule: preset.answerRule ?? terms.answerRule,
  }
}

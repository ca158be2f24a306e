import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type LegitimaciesKey = keyof typeof en
export type SayLegitimacies = Say<LegitimaciesKey>

export const legitimaciesWords = catalogue<LegitimaciesKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

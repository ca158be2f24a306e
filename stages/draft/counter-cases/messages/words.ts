import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type CounterCaseKey = keyof typeof en
export type SayCounterCase = Say<CounterCaseKey>

export const counterCaseWords = catalogue<CounterCaseKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type OutcomeKey = keyof typeof en
export type SayOutcome = Say<OutcomeKey>

export const outcomeWords = catalogue<OutcomeKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

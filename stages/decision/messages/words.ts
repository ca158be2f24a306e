import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type DecisionKey = keyof typeof en
export type SayDecision = Say<DecisionKey>

export const decisionWords = catalogue<DecisionKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

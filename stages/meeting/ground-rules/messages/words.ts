import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type GroundRulesKey = keyof typeof en
export type SayGroundRules = Say<GroundRulesKey>

export const groundRulesWords = catalogue<GroundRulesKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AcceptanceKey = keyof typeof en
export type SayAcceptance = Say<AcceptanceKey>

export const acceptanceWords = catalogue<AcceptanceKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

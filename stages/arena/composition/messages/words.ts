import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type CompositionKey = keyof typeof en
export type SayComposition = Say<CompositionKey>

export const compositionWords = catalogue<CompositionKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

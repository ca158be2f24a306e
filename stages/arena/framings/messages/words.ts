import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type GroupFramingKey = keyof typeof en
export type SayGroupFraming = Say<GroupFramingKey>

export const groupFramingWords = catalogue<GroupFramingKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

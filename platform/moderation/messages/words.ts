import { catalogue } from '../../i18n/index.ts'
import type en from './en.json'

export type ModerationKey = keyof typeof en

/** Sentences of the refusals; the names of the rules are words of every stage and lie in `platform/i18n`. */
export const moderationWords = catalogue<ModerationKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

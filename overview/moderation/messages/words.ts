import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ModerationKey = keyof typeof en
export type SayModeration = Say<ModerationKey>

export const moderationPageWords = catalogue<ModerationKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

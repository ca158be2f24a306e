import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ReopeningKey = keyof typeof en
export type SayReopening = Say<ReopeningKey>

export const reopeningWords = catalogue<ReopeningKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

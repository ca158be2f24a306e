import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type MissingKey = keyof typeof en
export type SayMissing = Say<MissingKey>

export const missingWords = catalogue<MissingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

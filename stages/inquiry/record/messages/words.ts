import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type RecordKey = keyof typeof en
export type SayRecord = Say<RecordKey>

export const recordWords = catalogue<RecordKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

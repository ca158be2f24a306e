import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ReadingKey = keyof typeof en
export type SayReading = Say<ReadingKey>

export const readingWords = catalogue<ReadingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

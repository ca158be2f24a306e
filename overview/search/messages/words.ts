import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type SearchKey = keyof typeof en
export type SaySearch = Say<SearchKey>

export const searchWords = catalogue<SearchKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

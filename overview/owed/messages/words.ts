import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type OwedKey = keyof typeof en
export type SayOwed = Say<OwedKey>

export const owedWords = catalogue<OwedKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MarginKey = keyof typeof en
export type SayMargin = Say<MarginKey>

export const marginWords = catalogue<MarginKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ClosingKey = keyof typeof en
export type SayClosing = Say<ClosingKey>

export const closingWords = catalogue<ClosingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

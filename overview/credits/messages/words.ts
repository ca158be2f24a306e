import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type CreditKey = keyof typeof en
export type SayCredit = Say<CreditKey>

export const creditWords = catalogue<CreditKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

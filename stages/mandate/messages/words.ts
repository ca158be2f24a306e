import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type MandateKey = keyof typeof en
export type SayMandate = Say<MandateKey>

export const mandateWords = catalogue<MandateKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

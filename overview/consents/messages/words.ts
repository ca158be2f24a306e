import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ConsentKey = keyof typeof en
export type SayConsent = Say<ConsentKey>

export const consentWords = catalogue<ConsentKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

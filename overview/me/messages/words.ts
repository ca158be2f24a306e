import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type MeKey = keyof typeof en
export type SayMe = Say<MeKey>

export const meWords = catalogue<MeKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

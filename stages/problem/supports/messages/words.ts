import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type SupportKey = keyof typeof en
export type SaySupport = Say<SupportKey>

export const supportWords = catalogue<SupportKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

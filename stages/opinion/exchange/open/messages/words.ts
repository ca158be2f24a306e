import { catalogue, type Say } from '../../../../../platform/i18n/index.ts'
import type en from './en.json'

export type OpenDataKey = keyof typeof en
export type SayOpenData = Say<OpenDataKey>

export const openDataWords = catalogue<OpenDataKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type BodyKey = keyof typeof en
export type SayBody = Say<BodyKey>

export const bodyWords = catalogue<BodyKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

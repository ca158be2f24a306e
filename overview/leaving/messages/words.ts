import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type LeavingKey = keyof typeof en
export type SayLeaving = Say<LeavingKey>

export const leavingWords = catalogue<LeavingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type TakeUpKey = keyof typeof en
export type SayTakeUp = Say<TakeUpKey>

export const takeUpWords = catalogue<TakeUpKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

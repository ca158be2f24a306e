import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type RingsKey = keyof typeof en
export type SayRings = Say<RingsKey>

export const ringsWords = catalogue<RingsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

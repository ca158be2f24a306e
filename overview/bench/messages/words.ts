import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type BenchKey = keyof typeof en
export type SayBench = Say<BenchKey>

export const benchWords = catalogue<BenchKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

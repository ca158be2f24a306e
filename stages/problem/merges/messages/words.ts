import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MergeKey = keyof typeof en
export type SayMerge = Say<MergeKey>

export const mergeWords = catalogue<MergeKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

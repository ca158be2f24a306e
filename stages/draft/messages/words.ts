import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type DraftKey = keyof typeof en
export type SayDraft = Say<DraftKey>

export const draftWords = catalogue<DraftKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type PaperKey = keyof typeof en
export type SayPaper = Say<PaperKey>

export const paperWords = catalogue<PaperKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

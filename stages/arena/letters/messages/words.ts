import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type LetterKey = keyof typeof en
export type SayLetter = Say<LetterKey>

export const letterWords = catalogue<LetterKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

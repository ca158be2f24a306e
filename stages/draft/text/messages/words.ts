import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type TextKey = keyof typeof en
export type SayText = Say<TextKey>

export const textWords = catalogue<TextKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

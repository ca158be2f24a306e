import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type QuestionKey = keyof typeof en
export type SayQuestion = Say<QuestionKey>

export const questionWords = catalogue<QuestionKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

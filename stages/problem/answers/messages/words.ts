import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AnswersKey = keyof typeof en
export type SayAnswers = Say<AnswersKey>

export const answerWords = catalogue<AnswersKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

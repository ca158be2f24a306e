import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ProblemKey = keyof typeof en
export type SayProblem = Say<ProblemKey>

export const problemWords = catalogue<ProblemKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

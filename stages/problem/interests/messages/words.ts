import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type InterestKey = keyof typeof en
export type SayInterest = Say<InterestKey>

export const interestWords = catalogue<InterestKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

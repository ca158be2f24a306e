import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type OpinionKey = keyof typeof en
export type SayOpinion = Say<OpinionKey>

export const opinionWords = catalogue<OpinionKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

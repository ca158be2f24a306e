import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ResidenceKey = keyof typeof en
export type SayResidence = Say<ResidenceKey>

export const residenceWords = catalogue<ResidenceKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

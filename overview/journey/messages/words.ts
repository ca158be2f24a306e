import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type JourneyKey = keyof typeof en
export type SayJourney = Say<JourneyKey>

export const journeyWords = catalogue<JourneyKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

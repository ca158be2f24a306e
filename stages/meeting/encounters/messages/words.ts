import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type EncounterKey = keyof typeof en
export type SayEncounter = Say<EncounterKey>

export const encounterWords = catalogue<EncounterKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

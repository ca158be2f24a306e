import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type PeopleKey = keyof typeof en
export type SayPeople = Say<PeopleKey>

export const peopleWords = catalogue<PeopleKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

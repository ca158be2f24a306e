import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type EventsKey = keyof typeof en
export type SayEvents = Say<EventsKey>

export const eventsWords = catalogue<EventsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

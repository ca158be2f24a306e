import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AgendaKey = keyof typeof en
export type SayAgenda = Say<AgendaKey>

export const agendaWords = catalogue<AgendaKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

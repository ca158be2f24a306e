import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ArenaKey = keyof typeof en
export type SayArena = Say<ArenaKey>

export const arenaWords = catalogue<ArenaKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

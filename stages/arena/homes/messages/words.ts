import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type HomesKey = keyof typeof en
export type SayHomes = Say<HomesKey>

export const homesWords = catalogue<HomesKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

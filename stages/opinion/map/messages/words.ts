import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MapKey = keyof typeof en
export type SayMap = Say<MapKey>

export const mapWords = catalogue<MapKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

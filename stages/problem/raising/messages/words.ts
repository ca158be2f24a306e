import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type RaisingKey = keyof typeof en
export type SayRaising = Say<RaisingKey>

export const raisingWords = catalogue<RaisingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

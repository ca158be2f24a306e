import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MinutesKey = keyof typeof en
export type SayMinutes = Say<MinutesKey>

export const minutesWords = catalogue<MinutesKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

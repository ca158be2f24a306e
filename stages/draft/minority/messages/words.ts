import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MinorityKey = keyof typeof en
export type SayMinority = Say<MinorityKey>

export const minorityWords = catalogue<MinorityKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type CallsKey = keyof typeof en
export type SayCalls = Say<CallsKey>

export const callsWords = catalogue<CallsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

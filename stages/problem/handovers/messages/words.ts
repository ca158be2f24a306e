import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type HandoverKey = keyof typeof en
export type SayHandover = Say<HandoverKey>

export const handoverWords = catalogue<HandoverKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

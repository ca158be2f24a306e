import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type KeysKey = keyof typeof en
export type SayKeys = Say<KeysKey>

export const keysWords = catalogue<KeysKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MovedKey = keyof typeof en
export type SayMoved = Say<MovedKey>

export const movedWords = catalogue<MovedKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

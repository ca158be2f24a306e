import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ReturnKey = keyof typeof en
export type SayReturn = Say<ReturnKey>

export const returnWords = catalogue<ReturnKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

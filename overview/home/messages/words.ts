import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type HomeKey = keyof typeof en
export type SayHome = Say<HomeKey>

export const homeWords = catalogue<HomeKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type AboutKey = keyof typeof en
export type SayAbout = Say<AboutKey>

export const aboutWords = catalogue<AboutKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

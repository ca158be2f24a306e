import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AppealKey = keyof typeof en
export type SayAppeal = Say<AppealKey>

export const appealWords = catalogue<AppealKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

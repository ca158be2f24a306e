import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ScreenKey = keyof typeof en
export type SayScreen = Say<ScreenKey>

export const screenWords = catalogue<ScreenKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

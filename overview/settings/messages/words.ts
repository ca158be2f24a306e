import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type SettingsKey = keyof typeof en
export type SaySettings = Say<SettingsKey>

export const settingsWords = catalogue<SettingsKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

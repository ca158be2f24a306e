import { catalogue } from '../../platform/i18n/index.ts'
import type en from './en.json'

export type AppKey = keyof typeof en

export const appWords = catalogue<AppKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

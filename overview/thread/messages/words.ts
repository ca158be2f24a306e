import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type ThreadKey = keyof typeof en
export type SayThread = Say<ThreadKey>

export const threadWords = catalogue<ThreadKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

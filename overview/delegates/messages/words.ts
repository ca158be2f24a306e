import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type DelegateKey = keyof typeof en
export type SayDelegate = Say<DelegateKey>

export const delegateWords = catalogue<DelegateKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

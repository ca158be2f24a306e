import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type OwnDataKey = keyof typeof en
export type SayOwnData = Say<OwnDataKey>

export const ownDataWords = catalogue<OwnDataKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

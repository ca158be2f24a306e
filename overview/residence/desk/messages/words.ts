import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type DeskKey = keyof typeof en
export type SayDesk = Say<DeskKey>

export const deskWords = catalogue<DeskKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ByStaffKey = keyof typeof en
export type SayByStaff = Say<ByStaffKey>

export const byStaffWords = catalogue<ByStaffKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type StaffingKey = keyof typeof en
export type SayStaffing = Say<StaffingKey>

export const staffingWords = catalogue<StaffingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

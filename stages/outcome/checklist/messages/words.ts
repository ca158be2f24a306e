import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ChecklistKey = keyof typeof en
export type SayChecklist = Say<ChecklistKey>

export const checklistWords = catalogue<ChecklistKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

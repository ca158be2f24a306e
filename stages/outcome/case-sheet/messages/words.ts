import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type CaseSheetKey = keyof typeof en
export type SayCaseSheet = Say<CaseSheetKey>

export const caseSheetWords = catalogue<CaseSheetKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

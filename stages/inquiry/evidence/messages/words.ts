import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type EvidenceKey = keyof typeof en
export type SayEvidence = Say<EvidenceKey>

export const evidenceWords = catalogue<EvidenceKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AnomalyKey = keyof typeof en
export type SayAnomalies = Say<AnomalyKey>

export const anomalyWords = catalogue<AnomalyKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

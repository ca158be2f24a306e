import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type WorkloadKey = keyof typeof en
export type SayWorkload = Say<WorkloadKey>

export const workloadWords = catalogue<WorkloadKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

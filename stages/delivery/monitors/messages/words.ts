import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MonitorKey = keyof typeof en
export type SayMonitor = Say<MonitorKey>

export const monitorWords = catalogue<MonitorKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

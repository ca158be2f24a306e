import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type SeriesKey = keyof typeof en
export type SaySeries = Say<SeriesKey>

export const seriesWords = catalogue<SeriesKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

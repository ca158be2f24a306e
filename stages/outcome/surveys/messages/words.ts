import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type SurveysKey = keyof typeof en
export type SaySurveys = Say<SurveysKey>

export const surveysWords = catalogue<SurveysKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

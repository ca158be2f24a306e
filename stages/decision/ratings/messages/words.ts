import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type RatingKey = keyof typeof en
export type SayRating = Say<RatingKey>

export const ratingWords = catalogue<RatingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

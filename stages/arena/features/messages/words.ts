import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type FeatureKey = keyof typeof en
export type SayFeatures = Say<FeatureKey>

export const featureWords = catalogue<FeatureKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type SponsorKey = keyof typeof en
export type SaySponsor = Say<SponsorKey>

export const sponsorWords = catalogue<SponsorKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

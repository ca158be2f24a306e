import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ReferralKey = keyof typeof en
export type SayReferral = Say<ReferralKey>

export const referralWords = catalogue<ReferralKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

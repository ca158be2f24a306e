import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type InquiryKey = keyof typeof en
export type SayInquiry = Say<InquiryKey>

export const inquiryWords = catalogue<InquiryKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

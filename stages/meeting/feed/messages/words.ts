import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type FeedKey = keyof typeof en
export type SayFeed = Say<FeedKey>

export const feedWords = catalogue<FeedKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

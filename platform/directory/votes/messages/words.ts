import { catalogue } from '../../../i18n/index.ts'
import type en from './en.json'

export type VoteKey = keyof typeof en

/** What is said of a body's vote wherever one is recorded or shown. */
export const voteWords = catalogue<VoteKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

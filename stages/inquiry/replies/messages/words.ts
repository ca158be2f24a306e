import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ReplyKey = keyof typeof en
export type SayReply = Say<ReplyKey>

export const replyWords = catalogue<ReplyKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

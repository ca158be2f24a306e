import { catalogue } from '../../i18n/index.ts'
import type en from './en.json'

export type NoticeKey = keyof typeof en

export const noticeWords = catalogue<NoticeKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

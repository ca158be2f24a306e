import { catalogue, type Say } from '../../../platform/i18n/index.ts'
import type en from './en.json'

export type MeetingKey = keyof typeof en
export type SayMeeting = Say<MeetingKey>

export const meetingWords = catalogue<MeetingKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

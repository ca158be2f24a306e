import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type MeetingQuestionKey = keyof typeof en
export type SayMeetingQuestion = Say<MeetingQuestionKey>

export const meetingQuestionWords = catalogue<MeetingQuestionKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

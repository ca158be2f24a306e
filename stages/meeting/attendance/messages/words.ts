import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type AttendanceKey = keyof typeof en
export type SayAttendance = Say<AttendanceKey>

export const attendanceWords = catalogue<AttendanceKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

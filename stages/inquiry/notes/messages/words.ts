import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type NoteKey = keyof typeof en
export type SayNote = Say<NoteKey>

export const noteWords = catalogue<NoteKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type IdeasKey = keyof typeof en
export type SayIdeas = Say<IdeasKey>

export const ideasWords = catalogue<IdeasKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

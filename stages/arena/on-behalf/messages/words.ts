import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type OnBehalfKey = keyof typeof en
export type SayOnBehalf = Say<OnBehalfKey>

export const onBehalfWords = catalogue<OnBehalfKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

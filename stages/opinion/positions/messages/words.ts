import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type PositionKey = keyof typeof en
export type SayPosition = Say<PositionKey>

export const positionWords = catalogue<PositionKey>(import.meta.glob('./*.json', { eager: true, import: 'default' }))

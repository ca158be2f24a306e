import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type ForgettingKey = keyof typeof en
export type SayForgetting = Say<ForgettingKey>

export const forgettingWords = catalogue<ForgettingKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

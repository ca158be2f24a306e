import { catalogue } from './catalogue.ts'
import type en from './messages/en.json'

export type EverydayKey = keyof typeof en

/** Words every stage uses: form errors, times, states of a clock, roles. */
export const everydayWords = catalogue<EverydayKey>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)

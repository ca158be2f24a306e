import { catalogue } from './catalogue.ts'
import type en from './messages/en.json'

export type CommonKey = keyof typeof en

/** Words every stage uses: form errors, times, states of a clock, roles. */
export const commonWords = catalogue<CommonKey>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)

import { catalogue, type Say } from '../../../../platform/i18n/index.ts'
import type en from './en.json'

export type RepresentationKey = keyof typeof en
export type SayRepresentation = Say<RepresentationKey>

export const representationWords = catalogue<RepresentationKey>(
  import.meta.glob('./*.json', { eager: true, import: 'default' }),
)

import type { Reader } from '../../../platform/http/index.ts'
import { numberWords } from '../money.ts'
import type { Item } from './instruments.ts'
import type { SaySurveys } from './messages/words.ts'
import type { Said, Span } from './results.ts'

/** How what is asked and what was said are put into words. */

export type Speaking = { readonly reader: Pick<Reader, 'lang'>; readonly say: SaySurveys }

/** A question, with the body called what it is called. */
export function itemWords(
  { say, body }: Pick<Speaking, 'say'> & { readonly body: string },
  { key }: Pick<Item, 'key'>,
) {
  return say(`item.${key}` as 'item.trust-council', { body }) // the catalogue has one for every item; a test walks them
}

export function short({ lang }: Pick<Reader, 'lang'>, value: number): string {
  const rounded = Math.round(value * 10) / 10 || 0 // never "−0"
  return numberWords(rounded, lang).replace('-', '−')
}

export function spanWords({ reader, say }: Speaking, { low, high }: Span): string {
  const ends = { low: short(reader, low), high: short(reader, high) }
  return ends.low === ends.high ? ends.low : say('cell.interval', ends)
}

export function groupWords({ reader, say }: Speaking, { groups }: Pick<Said, 'groups'>): string {
  const names = groups.map((group) => say(`group.${group}`))
  return new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(names)
}

export function peopleWords(
  speaking: Speaking,
  { groups, answers, asked }: Pick<Said, 'groups' | 'answers' | 'asked'>,
) {
  return speaking.say('cell.people', { groups: groupWords(speaking, { groups }), answers, asked })
}

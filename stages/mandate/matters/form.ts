import { field, fields, type FieldError, type Visit } from '../../../platform/http/index.ts'
import { readPart, type FormVisit } from '../parts.ts'
import { lawKinds, rooms, type LawLimit, type Matter, type MoneyLimit } from './rules.ts'

/** Currencies of the places we know of, by the alphabet (ISO 4217). */
export const currencies = [
  'BGN',
  'CHF',
  'CZK',
  'DKK',
  'EUR',
  'GBP',
  'HUF',
  'ISK',
  'NOK',
  'PLN',
  'RON',
  'SEK',
  'USD',
] as const

/** As many questions as the form reads; each save shows one more. */
export const mostMatters = 20

const matterForm = fields({
  matter: field.line({ most: 300 }),
  room: field.choice(rooms),
  why: field.optionalText({ most: 1000 }),
  level: field.line({ least: 0, most: 200 }),
  amount: field.optional(field.number({ least: 0, most: 1e12, decimals: true })),
  currency: field.optional(field.choice(currencies)),
  money: field.optionalText({ most: 500 }),
  law: field.optional(field.choice(lawKinds)),
  lawWords: field.optionalText({ most: 1000 }),
  lawReference: field.line({ least: 0, most: 300 }),
})

/** Names of the fields of one question, before its number. */
export const matterNames: readonly string[] = Object.keys(matterForm.shape)

type Read = { readonly value: readonly Matter[]; readonly errors: readonly FieldError[] }

/** Reads the questions of a mandate; lines with nothing in them are none. */
export function readMatters(visit: FormVisit): Read {
  const lines = Array.from({ length: mostMatters }, (_, at) => String(at + 1)).filter((line) =>
    matterNames.some((name) => (visit.form.typed[`${name}-${line}`]?.[0] ?? '').trim() !== ''),
  )
  const read = lines.map((line) => readMatter(visit, line))
  return { value: read.flatMap(({ value }) => value), errors: read.flatMap(({ errors }) => errors) }
}

function readMatter(visit: FormVisit, line: string): Read {
  const part = readPart(visit, matterForm, line)
  if (!part.ok) return { value: [], errors: part.errors }
  const { matter, room, why, level, amount, currency, money, law, lawWords, lawReference } = part.value
  const isElsewhere = room === 'another-level'
  const minor = amount === null || currency === null ? null : amount * 10 ** minorDigits(currency)
  const wrong: readonly (readonly [string, 'required' | 'choose-one' | 'not-a-number'])[] = [
    ...(room === 'fixed' && why === '' ? [['why', 'required'] as const] : []),
    ...(isElsewhere && level === '' ? [['level', 'required'] as const] : []),
    ...(amount !== null && currency === null ? [['currency', 'choose-one'] as const] : []),
    ...(amount === null && money !== '' ? [['amount', 'required'] as const] : []),
    // No coin is smaller than a minor unit.
    ...(minor !== null && Math.abs(minor - Math.round(minor)) > 1e-4 ? [['amount', 'not-a-number'] as const] : []),
    ...(law === null && (lawWords !== '' || lawReference !== '') ? [['law', 'choose-one'] as const] : []),
    ...(law !== null && lawWords === '' ? [['lawWords', 'required'] as const] : []),
  ]
  if (wrong.length > 0)
    return { value: [], errors: wrong.map(([name, code]) => ({ field: `${name}-${line}`, text: visit.common(code) })) }
  const limit: MoneyLimit | null =
    minor === null || currency === null ? null : { amount: Math.round(minor), currency, words: money }
  const bound: LawLimit | null = law === null ? null : { kind: law, words: lawWords, reference: lawReference }
  // A level typed before another room was chosen says nothing any more.
  return {
    value: [{ words: matter, room, why, level: isElsewhere ? level : '', money: limit, law: bound }],
    errors: [],
  }
}

/** Digits behind the point: 2 for kroner and euro, 0 for Icelandic krónur. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** What stands in the form before anything was typed. */
export function typedMatters(matters: readonly Matter[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    matters.flatMap(({ words, room, why, level, money, law }, at) => [
      [`matter-${at + 1}`, words],
      [`room-${at + 1}`, room],
      [`why-${at + 1}`, why],
      [`level-${at + 1}`, level],
      [`amount-${at + 1}`, money ? String(money.amount / 10 ** minorDigits(money.currency)) : ''],
      [`currency-${at + 1}`, money?.currency ?? ''],
      [`money-${at + 1}`, money?.words ?? ''],
      [`law-${at + 1}`, law?.kind ?? ''],
      [`lawWords-${at + 1}`, law?.words ?? ''],
      [`lawReference-${at + 1}`, law?.reference ?? ''],
    ]),
  )
}

/** Lines on the form: those that are filled, and one more. */
export function matterLines(matters: readonly Matter[], { form }: Pick<Visit, 'form'>): number {
  const typed = Object.entries(form.typed).flatMap(([name, [value = '']]) =>
    name.startsWith('matter-') && value !== '' ? [Number(name.slice('matter-'.length))] : [],
  )
  return Math.min(mostMatters, Math.max(2, matters.length + 1, ...typed.map((line) => line + 1)))
}

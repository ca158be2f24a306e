import type { z } from 'zod'
import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import type { FeatureTerms, GenderCode, ValueTerms } from './rules.ts'
import type { StandingFeature } from './store.ts'

/** Reads the two forms of "What we count people by": one adds a feature, one changes it. */

type Read =
  | { readonly ok: true; readonly value: FeatureTerms }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const name = field.line({ most: 80 })
const lines = field.text({ most: 5000 })
const kind = fields({ kind: field.optional(field.choice(['gender', 'other'])) })
const newFeature = fields({ name, values: lines })
const newGender = fields({ name, woman: name, man: name, other: name })
const changed = fields({ name, more: field.optionalText({ most: 5000 }), offered: field.ticked() })

export const genderCodes = ['woman', 'man', 'other'] as const

export function readNewFeature(visit: Pick<Visit, 'form' | 'common'>): Read {
  const asked = readForm(visit, kind)
  if (!asked.ok) return asked
  if (asked.value.kind === 'gender') {
    const form = readForm(visit, newGender)
    if (!form.ok) return form
    const values = genderCodes.map((code) => ({ id: null, name: form.value[code], code, isOffered: true }))
    return { ok: true, value: { id: null, name: form.value.name, kind: 'gender', isOffered: true, values } }
  }
  const form = readForm(visit, newFeature)
  if (!form.ok) return form
  const read = readLines(visit, { field: 'values', text: form.value.values })
  if (!read.ok) return read
  const values = read.names.map((one) => ({ id: null, name: one, code: null, isOffered: true }))
  return { ok: true, value: { id: null, name: form.value.name, kind: 'other', isOffered: true, values } }
}

export function readChangedFeature(visit: Pick<Visit, 'form' | 'common'>, feature: StandingFeature): Read {
  const form = readForm(visit, changed)
  const names = readForm(visit, each(feature, 'name', name))
  const orders = readForm(visit, each(feature, 'order', field.number({ least: 1, most: 999 })))
  const offered = readForm(visit, each(feature, 'offered', field.ticked()))
  const more = readLines(visit, { field: 'more', text: form.ok ? form.value.more : '' })
  if (!form.ok || !names.ok || !orders.ok || !offered.ok || !more.ok)
    return {
      ok: false,
      errors: [form, names, orders, offered, more].flatMap((part) => (part.ok ? [] : part.errors)),
    }
  const code: GenderCode | null = feature.kind === 'gender' ? 'other' : null
  const kept = feature.values.map((value): ValueTerms & { readonly order: number } => ({
    id: value.id,
    code: value.code,
    name: names.value[`name-${value.id}`] ?? value.name,
    order: orders.value[`order-${value.id}`] ?? 0,
    isOffered: offered.value[`offered-${value.id}`] ?? false,
  }))
  const values = [
    // Two with the same number stay as they stood to one another.
    ...kept
      .toSorted((one, other) => one.order - other.order)
      .map(({ id, code, name, isOffered }) => ({ id, code, name, isOffered })),
    ...more.names.map((one) => ({ id: null, name: one, code, isOffered: true })),
  ]
  const { id } = feature
  return { ok: true, value: { id, name: form.value.name, kind: feature.kind, isOffered: form.value.offered, values } }
}

/** One field for each value of the feature. */
function each<Kind extends z.ZodType>({ values }: StandingFeature, what: 'name' | 'order' | 'offered', one: Kind) {
  return fields(Object.fromEntries(values.map(({ id }) => [`${what}-${id}`, one])))
}

type Lines =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** One name a line; a line without letters or digits is none. */
function readLines(
  visit: Pick<Visit, 'common'>,
  { field: at, text }: { readonly field: string; readonly text: string },
): Lines {
  const names = text
    .split('\n')
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
  return names.some((one) => [...one].length > 80)
    ? { ok: false, errors: [{ field: at, text: visit.common('too-long', { most: 80 }) }] }
    : { ok: true, names }
}

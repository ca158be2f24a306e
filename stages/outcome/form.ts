import { field, fields, readForm, type FieldError, type Visit } from '../../platform/http/index.ts'
import { outcomeWords } from './messages/words.ts'
import type { MeasurementWords } from './rules.ts'

/** Reads what was measured. Where several forms stand on one page, each names its fields after its indicator. */

const measurementForm = fields({
  value: field.number({ decimals: true }),
  low: field.optional(field.number({ decimals: true })),
  high: field.optional(field.number({ decimals: true })),
  on: field.date(),
  source: field.text({ most: 500 }),
})

export type ReadMeasurement =
  | { readonly ok: true; readonly value: MeasurementWords }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export function readMeasurement(visit: Visit, suffix = ''): ReadMeasurement {
  const typed = Object.fromEntries(
    Object.keys(measurementForm.shape).map((name) => [name, visit.form.typed[`${name}${suffix}`] ?? []]),
  )
  const form = readForm({ ...visit, form: { ...visit.form, typed } }, measurementForm)
  if (!form.ok)
    return { ok: false, errors: form.errors.map((error) => ({ ...error, field: `${error.field}${suffix}` })) }
  const { low, high, ...words } = form.value
  if (low === null && high === null) return { ok: true, value: { ...words, range: null } }
  if (low !== null && high !== null) return { ok: true, value: { ...words, range: { low, high } } }
  const missing = low === null ? 'low' : 'high'
  const text = outcomeWords.say(visit.lang)('refused.range-needs-both')
  return { ok: false, errors: [{ field: `${missing}${suffix}`, text }] }
}

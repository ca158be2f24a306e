import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import type { LayInput } from './commands.ts'

const restForm = fields({
  meetings: field.number({ least: 2, most: 24 }),
  starts: field.time(),
  ends: field.time(),
  place: field.text({ most: 300 }),
  access: field.optionalText({ most: 1000 }),
})

type Read =
  | { readonly ok: true; readonly value: Omit<LayInput, 'slug'> }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** As many rows as the form says it has, each a day and what the meeting is about. */
export function readSeries(visit: Visit): Read {
  const rest = readForm(visit, restForm)
  const rows = rest.ok ? rest.value.meetings : Number(visit.form.typed.meetings?.[0]) || 0
  const numbers = Array.from({ length: Math.min(rows, 24) }, (_, i) => i + 1)
  const days = readForm(visit, fields(Object.fromEntries(numbers.map((n) => [`day-${n}`, field.date()]))))
  const titles = readForm(
    visit,
    fields(Object.fromEntries(numbers.map((n) => [`title-${n}`, field.line({ most: 160 })]))),
  )
  if (!rest.ok || !days.ok || !titles.ok)
    return { ok: false, errors: [rest, days, titles].flatMap((one) => (one.ok ? [] : one.errors)) }
  const meetings = numbers.flatMap((n) => {
    const [day, title] = [days.value[`day-${n}`], titles.value[`title-${n}`]]
    return day && title ? [{ day, title }] : []
  })
  const { starts, ends, place, access } = rest.value
  return { ok: true, value: { meetings, starts, ends, place, access } }
}

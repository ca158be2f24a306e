import type { z } from 'zod'
import { readForm, type FieldError, type TypedForm, type Visit } from '../../platform/http/index.ts'

/** Reading several alike groups of fields on one form: `reason-1`, `reason-2`. */

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
export type FormVisit = Pick<Visit, 'form' | 'common'>

/** Reads one group: `reason-1` as `reason`. Errors keep the names on the page. */
export function readPart<Schema extends z.ZodObject>(
  { form, common }: FormVisit,
  schema: Schema,
  part: string,
): Read<z.output<Schema>> {
  const typed = Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const values = form.typed[`${key}-${part}`]
      return values ? [[key, values]] : []
    }),
  )
  const read = readForm({ form: { typed, files: {} } satisfies TypedForm, common }, schema)
  return read.ok
    ? read
    : { ok: false, errors: read.errors.map((error) => ({ ...error, field: `${error.field}-${part}` })) }
}

export function together<Part, Value>(
  parts: readonly Read<Part>[],
  make: (part: Part, at: number) => Value,
): Read<readonly Value[]> {
  const errors = parts.flatMap((part) => (part.ok ? [] : part.errors))
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, value: parts.flatMap((part, at) => (part.ok ? [make(part.value, at)] : [])) }
}

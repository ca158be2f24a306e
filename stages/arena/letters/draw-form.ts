import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import type { DrawInput } from './commands.ts'
import { mostRows } from './list.ts'
import { letterWords } from './messages/words.ts'
import type { KeptFeature } from './store.ts'

/** The name of the field that asks how many of a hundred letters to this value are answered. */
export function expectedField(value: string): string {
  return `expected-${value}`
}

const lettersForm = fields({ letters: field.number({ least: 1, most: mostRows }) })
const shareField = field.optional(field.number({ least: 0.1, most: 100, decimals: true }))

type Read =
  | { readonly ok: true; readonly draw: Omit<DrawInput, 'slug'> }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** How many letters, by which features they are spread, and who answers less often: the fields the list's features make. */
export function readDraw(visit: Pick<Visit, 'form' | 'common' | 'lang'>, features: readonly KeptFeature[]): Read {
  const form = readForm(visit, lettersForm)
  const errors: FieldError[] = form.ok ? [] : [...form.errors]
  const chosen = new Set(visit.form.typed['strata'])
  const strataBy = features.map(({ id }) => id).filter((id) => chosen.has(id))
  const expected: Record<string, number> = {}
  for (const { id, values } of features)
    for (const value of values) {
      const name = expectedField(value.id)
      const said = readForm(visit, fields({ [name]: shareField }))
      const share = said.ok ? said.value[name] : null
      if (!said.ok) errors.push(...said.errors)
      else if (typeof share === 'number') {
        expected[value.id] = share
        if (!strataBy.includes(id))
          errors.push({ field: name, text: letterWords.say(visit.lang)('refused.not-spread-by') })
      }
    }
  if (!form.ok || errors.length > 0) return { ok: false, errors }
  return { ok: true, draw: { letters: form.value.letters, strataBy, expected } }
}

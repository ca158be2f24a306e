import { field, type FieldError, type Visit } from '../../platform/http/index.ts'
import type { NameRefusal } from '../../platform/identity/index.ts'
import { signInWords } from './messages/words.ts'

const fields = {
  'name-of-office-holder': 'name',
  'name-of-authority': 'organisation',
  'stays-organisation': 'as',
} as const

/** What a refused introduction says beside its field: what to add, or whom to ask. */
export function nameError(
  { lang, form }: Pick<Visit, 'lang' | 'form'>,
  refusal: NameRefusal | 'stays-organisation',
): FieldError {
  const name = field.nameOf(form.typed['name']?.[0] ?? '')
  return {
    field: fields[refusal],
    text: signInWords.say(lang)(`refused.${refusal}`, { name }),
  }
}

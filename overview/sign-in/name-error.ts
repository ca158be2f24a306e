import { field, type FieldError, type Visit } from '../../platform/http/index.ts'
import type { NameRefusal } from '../../platform/identity/index.ts'
import { signInWords } from './messages/words.ts'

/** What a refused name says beside its field: what to add, or whom to ask. */
export function nameError({ lang, form }: Pick<Visit, 'lang' | 'form'>, refusal: NameRefusal): FieldError {
  const name = field.nameOf(form.typed['name']?.[0] ?? '')
  return {
    field: refusal === 'name-of-authority' ? 'organisation' : 'name',
    text: signInWords.say(lang)(`refused.${refusal}`, { name }),
  }
}

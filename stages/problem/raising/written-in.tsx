import type { Visit } from '../../../platform/http/index.ts'
import { writtenLanguages } from '../../../platform/i18n/index.ts'
import { Select, type Errors, type Typed } from '../../../ui/index.ts'
import type { SayRaising } from './messages/words.ts'

type Asking = Pick<Visit, 'form' | 'lang' | 'jurisdiction'>

/** The language of what was typed: the page's, unless the place knows more languages and another one was chosen. */
export function writtenIn({ form, lang, jurisdiction }: Asking): string {
  const chosen = form.typed['language']?.[0] ?? ''
  return jurisdiction.languages.includes(chosen) ? chosen : lang
}

export type WritingLanguage = { readonly value: string; readonly label: string }

/** What to choose from; nothing where the pages speak every language of the place: then theirs is the one. */
export function languagesToWriteIn({ lang, jurisdiction }: Asking): readonly WritingLanguage[] {
  if (writtenLanguages(jurisdiction).length === 0) return []
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return jurisdiction.languages.map((value) => ({ value, label: names.of(value) ?? value }))
}

type FieldProps = {
  readonly say: SayRaising
  readonly lang: string
  readonly languages: readonly WritingLanguage[]
  readonly typed: Typed
  readonly errors: Errors
}

export function LanguageField({ say, lang, languages, typed, errors }: FieldProps) {
  if (languages.length === 0) return null
  return <Select name="language" label={say('new.language')} options={languages} value={lang} {...{ typed, errors }} />
}

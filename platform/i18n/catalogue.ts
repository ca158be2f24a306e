import { IntlMessageFormat } from 'intl-messageformat'

/** Messages of one stage in one language: key to ICU message. */
export type Messages = Readonly<Record<string, string>>

export type Values = Readonly<Record<string, string | number>>

/** Says a message of the stage in the reader's language. Keys that do not exist do not compile. */
export type Say<Key extends string = string> = (key: Key, values?: Values) => string

export type Catalogue<Key extends string = string> = {
  readonly say: (lang: string) => Say<Key>
  /** For keys that come from the database; throws when there is no such message. */
  readonly sayAny: (lang: string) => Say
  readonly languages: readonly string[]
}

/** English is complete; a key missing elsewhere falls back to it. */
const completeLanguage = 'en'

/**
 * A stage's messages in all languages there are files for:
 * `catalogue<keyof typeof en>(import.meta.glob('./*.json', { eager: true, import: 'default' }))`.
 * Adding a language is adding a file.
 */
export function catalogue<Key extends string>(files: Readonly<Record<string, unknown>>): Catalogue<Key> {
  const byLanguage = new Map(Object.entries(files).map(([path, file]) => [languageOf(path), file as Messages]))
  const formats = new Map<string, IntlMessageFormat>()

  const messageIn = (lang: string, key: string): string => {
    const message = byLanguage.get(lang)?.[key] ?? byLanguage.get(completeLanguage)?.[key]
    if (message === undefined) throw new Error(`no message ${key}`)
    return message
  }

  const say =
    (lang: string): Say =>
    (key, values) => {
      const message = messageIn(lang, key)
      if (!message.includes('{') && !message.includes("'")) return message
      const name = `${lang} ${key}`
      const format = formats.get(name) ?? new IntlMessageFormat(message, lang, undefined, { ignoreTag: true })
      formats.set(name, format)
      return String(format.format(values))
    }

  return {
    say,
    sayAny: say,
    languages: [...byLanguage.keys()].sort(),
  }
}

/** `./messages/da.json` → `da` */
function languageOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'))
}

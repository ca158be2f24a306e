import { pageLanguages } from '../i18n/index.ts'
import { href, type Address, type Params } from '@folkmoot/basics/addresses.ts'
import type { Jurisdiction } from '../directory/index.ts'
import type { Say, Values } from '../i18n/index.ts'
import type { Account } from '../identity/index.ts'

export type TellSettings = {
  /** The installation's public origin, never taken from a request. */
  readonly origin: () => string
  /** Words of a stage in a language; this floor knows no stage. */
  readonly say: (stage: string, lang: string) => Say
}

/** What happened, before it has words: the same for a notice on a page and in a mail. */
export type Happened = {
  readonly stage: string
  readonly message: string
  readonly values: Values
  readonly address: Address
  /** Parameters of the address besides language and place. */
  readonly params: Values
}

/** Words and links for one reader: in her language where the place speaks it, else in the place's first. */
export type ReaderWords = {
  readonly lang: string
  readonly newsOf: (happened: Happened) => string
  readonly linkTo: (address: Address, params: Values) => string
}

export function wordsFor(account: Pick<Account, 'language'>, place: Jurisdiction, settings: TellSettings): ReaderWords {
  const spoken = pageLanguages(place)
  const lang = spoken.includes(account.language) ? account.language : (spoken[0] ?? 'en')
  return {
    lang,
    newsOf: ({ stage, message, values }) => settings.say(stage, lang)(message, values),
    linkTo: (address, params) => {
      const whole = { ...params, lang, jurisdiction: place.slug }
      return settings.origin() + href(address, whole as unknown as Params<Address>) // `tell` demands what the address needs
    },
  }
}

// Longer ones are cut by the programs that show them, in the middle of a word.
const longestSubject = 150

/** A subject is one line; what it has no room for stands in the mail. */
export function subjectOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject).replace(/\s+\S*$/u, '')} …`
}

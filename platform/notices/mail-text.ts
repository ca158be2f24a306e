import { pageLanguages } from '../i18n/index.ts'
import { href, type Address, type Params } from '@folkmoot/basics/addresses.ts'
import type { Jurisdiction } from '../directory/index.ts'
import type { Say, Values } from '../i18n/index.ts'
import type { Account } from '../identity/index.ts'
import type { Mail } from '../mail/index.ts'
import { letterHtml, letterText, type Letter, type LetterNews } from './letter.ts'
import { noticeWords } from './messages/words.ts'

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

/** What happened in one case, or in none. */
export type HappenedThere = { readonly title: string | null; readonly happened: readonly Happened[] }

export type Reading = {
  readonly account: Pick<Account, 'language' | 'email'>
  readonly place: Jurisdiction
  readonly settings: TellSettings
  /** The end of her link that stops the mails. */
  readonly stopToken: string
}

/** The mail that goes out at once: one thing happened. */
export function mailOfOne(happened: Happened, reading: Reading): Mail {
  const words = wordsFor(reading)
  return mailOf(reading, {
    subject: words.say('mail.subject', { place: reading.place.name, news: words.newsOf(happened).text }),
    letter: {
      lead: null,
      parts: [{ title: null, news: [words.newsOf(happened)] }],
      why: words.say('mail.why', { place: reading.place.name }),
    },
  })
}

/** The one mail of a morning: everything that happened, by case. */
export function mailOfMorning(cases: readonly HappenedThere[], reading: Reading): Mail {
  const { say, newsOf } = wordsFor(reading)
  const place = reading.place.name
  const count = cases.reduce((sum, { happened }) => sum + happened.length, 0)
  const isTitled = cases.some(({ title }) => title !== null)
  return mailOf(reading, {
    subject: say('digest.subject', { place, count }),
    letter: {
      lead: say('digest.lead', { place, count }),
      parts: cases.map(({ title, happened }) => ({
        title: title ?? (isTitled ? say('digest.elsewhere', { place }) : null),
        news: happened.map(newsOf),
      })),
      why: say('digest.why', { place }),
    },
  })
}

type Words = {
  readonly lang: string
  readonly say: ReturnType<typeof noticeWords.say>
  readonly newsOf: (happened: Happened) => LetterNews
  readonly linkTo: (address: Address, params: Values) => string
}

/** Words and links for one reader: in her language where the place speaks it, else in the place's first. */
function wordsFor({ account, place, settings }: Reading): Words {
  const spoken = pageLanguages(place)
  const lang = spoken.includes(account.language) ? account.language : (spoken[0] ?? 'en')
  const say = noticeWords.say(lang)
  const linkTo = (address: Address, params: Values): string => {
    const whole = { ...params, lang, jurisdiction: place.slug }
    return settings.origin() + href(address, whole as unknown as Params<Address>) // `tell` demands what the address needs
  }
  return {
    lang,
    say,
    linkTo,
    newsOf: ({ stage, message, values, address, params }) => ({
      text: settings.say(stage, lang)(message, values),
      more: { label: say('mail.more'), href: linkTo(address, params) },
    }),
  }
}

function mailOf(
  reading: Reading,
  { subject, letter }: { readonly subject: string; readonly letter: Omit<Letter, 'lang' | 'ways'> },
): Mail {
  const { lang, say, linkTo } = wordsFor(reading)
  const stop = linkTo('notices.stopping', { token: reading.stopToken })
  const whole: Letter = {
    ...letter,
    lang,
    ways: [
      { label: say('mail.choose'), href: `${linkTo('me', {})}#settings` },
      { label: say('mail.stop', { place: reading.place.name }), href: stop },
    ],
  }
  return {
    to: reading.account.email,
    subject: subjectOf(subject),
    text: letterText(whole),
    html: letterHtml(whole),
    stop,
  }
}

// Longer ones are cut by the programs that show them, in the middle of a word.
const longestSubject = 150

/** A subject is one line; what it has no room for stands in the mail. */
function subjectOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject).replace(/\s+\S*$/u, '')} …`
}

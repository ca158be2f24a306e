import type { SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  accountByEmail,
  accountById,
  askCode,
  clientHash,
  endSession,
  ensureAccount,
  hasOtherSpelling,
  introduce,
  mailboxOf,
  isMovedAway,
  nameRefusal,
  noteNetwork,
  officialName,
  openSession,
  setPreferences,
  tryCode,
  type Introduction,
  type NameRefusal,
  type Preferences,
} from '../../platform/identity/index.ts'
import { post } from '../../platform/mail/index.ts'
import { signInWords } from './messages/words.ts'

type Here = Pick<
  Visit,
  'actor' | 'browser' | 'client' | 'database' | 'jurisdiction' | 'lang' | 'origin' | 'session' | 'time' | 'to'
>

/**
 * Makes an attempt for the asking browser and mails its code, in the language the person chose once, else in the page's.
 * The mail goes out by a job: asking takes as long for an address that has an account as for one that has none.
 */
export async function mailCode(visit: Here, email: string, wording: Wording = wordsToSignIn) {
  const client = visit.client === undefined ? null : clientHash(visit.client)
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const asked = await askCode(tx, { email, client })
    if (asked.kind === 'asked' && asked.code !== null) {
      const account = await accountByEmail(tx, email)
      const place = visit.jurisdiction.name
      const values = {
        code: inFours(asked.code),
        place,
        until: visit.time.hour(asked.expires),
        origin: visit.origin,
        link: `${visit.origin}${visit.to('home')}`,
      }
      // In a flood one code serves whatever it was asked for.
      const words = (asked.isLong ? wordsInFlood : wording)(account?.language ?? visit.lang, values)
      // The code is good for minutes: it may not wait behind the news of a busy day.
      await post(tx, { to: email, ...words }, { isUrgent: true })
    }
    return asked
  })
}

type Values = Readonly<Record<'code' | 'place' | 'until' | 'origin' | 'link', string>>
/** What the mail says around its code. */
export type Wording = (lang: string, values: Values) => { readonly subject: string; readonly text: string }

const wordsToSignIn: Wording = (lang, values) => worded(lang, 'mail.text', values)
const wordsInFlood: Wording = (lang, values) => worded(lang, 'mail.flooded', values)

function worded(lang: string, text: 'mail.text' | 'mail.flooded', values: Values) {
  const words = signInWords.say(lang)
  return { subject: words('mail.subject', { place: values.place }), text: words(text, values) }
}

export type Entered =
  | {
      readonly kind: 'right'
      readonly token: string
      readonly expires: Temporal.Instant
      /** She has said who she is and agreed to the privacy notice. */
      readonly isKnown: boolean
    }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  | { readonly kind: 'code-expired' }
  /** The same mailbox has an account under another spelling of its address: one mailbox is one person. */
  | { readonly kind: 'mailbox-known' }
  /** Its account has another address since a few days, and can be taken back. */
  | { readonly kind: 'moved-away' }

/** Signs in whoever typed the code of this browser's attempt; a session she had here ends. */
export async function enter(visit: Here, browser: Buffer, code: string): Promise<Entered> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx): Promise<Entered> => {
    const tried = await tryCode(tx, browser, code)
    if (tried.kind !== 'right') return tried
    await lockExclusive(tx, `mailbox ${tx.jurisdiction} ${mailboxOf(tried.email)}`)
    if (await hasOtherSpelling(tx, tried.email)) return { kind: 'mailbox-known' }
    if (await isMovedAway(tx, tried.email, tx.now)) return { kind: 'moved-away' }
    const account = await ensureAccount(tx, tried.email, visit.lang)
    await noteNetwork(tx, account, visit.client)
    const known = await accountByEmail(tx, tried.email)
    if (visit.session) await endSession(tx, visit.session)
    return {
      kind: 'right',
      ...(await openSession(tx, account, { means: 'code', browser: visit.browser ?? '' })),
      isKnown: known?.consentedAt !== null,
    }
  })
}

/**
 * Who somebody says she is, with her consent; not a name that reads as somebody else's who holds an office here. What an
 * organisation wrote stands beside its name and interest: its account never turns into a resident's, who has a vote.
 */
export async function introduceOneself(
  database: Database,
  actor: SignedIn,
  words: Introduction,
): Promise<Result<null, NameRefusal | 'stays-organisation'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const known = await accountById(tx, actor.account)
    if (known?.organisation && words.organisation === null) return refuse('stays-organisation')
    const refusal = await nameRefusal(tx, actor.account, words)
    if (refusal) return refuse(refusal)
    await introduce(tx, actor.account, words)
    return accept(null)
  })
}

/** A linked politician agrees and chooses her language; her name is the council's to say. */
export async function introduceOfficeHolder(database: Database, actor: SignedIn, language: string): Promise<void> {
  await database.transact(actor.jurisdiction, actor, async (tx) => {
    const [known, name] = [await accountById(tx, actor.account), await officialName(tx, actor.account)]
    if (known && name !== null) await introduce(tx, actor.account, { ...known, name, language })
  })
}

/** Of a linked politician the typed name counts for nothing. */
export async function savePreferences(
  database: Database,
  actor: SignedIn,
  typed: Preferences,
): Promise<Result<null, NameRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const wanted = { ...typed, name: (await officialName(tx, actor.account)) ?? typed.name }
    const refusal = await nameRefusal(tx, actor.account, { name: wanted.name, organisation: null })
    if (refusal) return refuse(refusal)
    await setPreferences(tx, actor.account, wanted)
    return accept(null)
  })
}

/** "12345678" → "1234 5678": easier to carry from one device to another. */
function inFours(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}

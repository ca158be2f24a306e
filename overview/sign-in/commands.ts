import type { SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  accountByEmail,
  accountById,
  agree,
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
  stopMails,
  takeConsentBack,
  tryCode,
  useLink,
  type Agreed,
  type Introduction,
  type NameRefusal,
  type Preferences,
} from '../../platform/identity/index.ts'
import { post } from '../../platform/mail/index.ts'
import { isIntroduced } from './introduced.ts'
import { signInWords } from './messages/words.ts'
import { withNext } from './next.ts'

type Here = Pick<
  Visit,
  | 'actor'
  | 'attempt'
  | 'browser'
  | 'client'
  | 'database'
  | 'jurisdiction'
  | 'lang'
  | 'origin'
  | 'session'
  | 'time'
  | 'to'
>

/**
 * Makes an attempt for the asking browser and mails its code, in the language the person chose once, else in the page's.
 * The mail goes out by a job: asking takes as long for an address that has an account as for one that has none.
 */
export async function mailCode(visit: Here, email: string, { wording = wordsToSignIn, next = '' }: About = {}) {
  const client = visit.client === undefined ? null : clientHash(visit.client)
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const asked = await askCode(tx, { email, client })
    if (asked.kind === 'asked' && asked.code !== null && asked.link !== null) {
      const account = await accountByEmail(tx, email)
      const place = visit.jurisdiction.name
      const values = {
        code: inFours(asked.code),
        place,
        until: visit.time.hour(asked.expires),
        origin: visit.origin,
        link: `${visit.origin}${visit.to('home')}`,
        signIn: `${visit.origin}${withNext(visit.to('sign-in.link', { token: asked.link }), next)}`,
      }
      // In a flood one code serves whatever it was asked for.
      const words = (asked.isLong ? wordsInFlood : wording)(account?.language ?? visit.lang, values)
      // The code is good for minutes: it may not wait behind the news of a busy day.
      await post(tx, { to: email, ...words }, { isUrgent: true })
    }
    return asked
  })
}

type Values = Readonly<Record<'code' | 'place' | 'until' | 'origin' | 'link' | 'signIn', string>>
/** What the mail says around its code. */
export type Wording = (lang: string, values: Values) => { readonly subject: string; readonly text: string }

type About = {
  readonly wording?: Wording
  /** Where the link goes on to. */
  readonly next?: string
}

const wordsToSignIn: Wording = (lang, values) => worded(lang, 'mail.text', values)
const wordsInFlood: Wording = (lang, values) => worded(lang, 'mail.flooded', values)

function worded(lang: string, text: 'mail.text' | 'mail.flooded', values: Values) {
  const words = signInWords.say(lang)
  return { subject: words('mail.subject', { place: values.place }), text: words(text, values) }
}

export type SignedInNow = {
  readonly kind: 'right'
  readonly token: string
  readonly expires: Temporal.Instant
  /** She has said who she is. */
  readonly isKnown: boolean
}

type NoAccount =
  /** The same mailbox has an account under another spelling of its address: one mailbox is one person. */
  | { readonly kind: 'mailbox-known' }
  /** Its account has another address since a few days, and can be taken back. */
  | { readonly kind: 'moved-away' }

export type EnteredByCode =
  | SignedInNow
  | NoAccount
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  | { readonly kind: 'code-expired' }

export type EnteredByLink = SignedInNow | NoAccount | { readonly kind: 'elsewhere' | 'over' }

/** Signs in whoever typed the code of this browser's attempt; a session she had here ends. */
export async function enter(visit: Here, browser: Buffer, code: string): Promise<EnteredByCode> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx): Promise<EnteredByCode> => {
    const tried = await tryCode(tx, browser, code)
    return tried.kind === 'right' ? signIn(tx, visit, { email: tried.email, means: 'code' }) : tried
  })
}

/** Signs in whoever pressed the mailed link's button in the browser that asked for the mail. */
export async function enterByLink(visit: Here, link: string): Promise<EnteredByLink> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx): Promise<EnteredByLink> => {
    const used = await useLink(tx, { browser: visit.attempt, link })
    return used.kind === 'right' ? signIn(tx, visit, { email: used.email, means: 'link' }) : used
  })
}

async function signIn(
  tx: Tx,
  visit: Here,
  { email, means }: { readonly email: string; readonly means: 'code' | 'link' },
): Promise<SignedInNow | NoAccount> {
  await lockExclusive(tx, `mailbox ${tx.jurisdiction} ${mailboxOf(email)}`)
  if (await hasOtherSpelling(tx, email)) return { kind: 'mailbox-known' }
  if (await isMovedAway(tx, email, tx.now)) return { kind: 'moved-away' }
  const account = await ensureAccount(tx, email, visit.lang)
  await noteNetwork(tx, account, visit.client)
  const known = await accountByEmail(tx, email)
  if (visit.session) await endSession(tx, visit.session)
  const session = await openSession(tx, account, { means, browser: visit.browser ?? '' })
  return { kind: 'right', ...session, isKnown: isIntroduced(known) }
}

/**
 * Who somebody says she is, with her consent; not a name that reads as somebody else's who holds an office here. What an
 * organisation wrote stands beside its name and interest: its account never turns into a resident's, who has a vote.
 */
export async function introduceOneself(
  database: Database,
  actor: SignedIn,
  words: Introduction,
  agreed: readonly Agreed[],
): Promise<Result<null, NameRefusal | 'stays-organisation'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const known = await accountById(tx, actor.account)
    if (known?.organisation && words.organisation === null) return refuse('stays-organisation')
    const refusal = await nameRefusal(tx, actor.account, words)
    if (refusal) return refuse(refusal)
    await introduce(tx, actor.account, words, { agrees: await agreesNow(tx, actor, agreed) })
    if (known && !isIntroduced(known) && !agreed.some(({ kind }) => kind === 'mails'))
      await stopMails(tx, actor.account)
    return accept(null)
  })
}

/** Keeps the words of each thing she agrees to; whether her opinions are among them. */
async function agreesNow(tx: Tx, { account }: SignedIn, agreed: readonly Agreed[]): Promise<boolean> {
  for (const one of agreed) await agree(tx, account, one)
  return agreed.some(({ kind }) => kind === 'opinions')
}

/** A linked politician agrees and chooses her language; her name is the council's to say. */
export async function introduceOfficeHolder(
  database: Database,
  actor: SignedIn,
  language: string,
  agreed: readonly Agreed[],
): Promise<void> {
  await database.transact(actor.jurisdiction, actor, async (tx) => {
    await agreesNow(tx, actor, agreed)
    const [known, name] = [await accountById(tx, actor.account), await officialName(tx, actor.account)]
    if (known && name !== null) await introduce(tx, actor.account, { ...known, name, language })
  })
}

/** Of a linked politician the typed name counts for nothing. */
export async function savePreferences(
  database: Database,
  actor: SignedIn,
  typed: Preferences & { readonly agreed: Agreed },
): Promise<Result<null, NameRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const { name, language, mailFrequency } = typed
    const wanted = { language, mailFrequency, name: (await officialName(tx, actor.account)) ?? name }
    const refusal = await nameRefusal(tx, actor.account, { name: wanted.name, organisation: null })
    if (refusal) return refuse(refusal)
    if (wanted.mailFrequency === 'never') await takeConsentBack(tx, actor.account, 'mails')
    else await agree(tx, actor.account, typed.agreed)
    await setPreferences(tx, actor.account, wanted)
    return accept(null)
  })
}

/** "12345678" → "1234 5678": easier to carry from one device to another. */
function inFours(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}

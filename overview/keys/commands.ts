import type { SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Tx } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  accountById,
  changeAddress,
  daysToUndo,
  isFresh,
  proveAnew,
  tryCode,
  undoAddress,
  type Bound,
  type Changed,
} from '../../platform/identity/index.ts'
import { post } from '../../platform/mail/index.ts'
import { everydayWords, timeWords } from '../../platform/i18n/index.ts'
import { mailCode, type Wording } from '../sign-in/commands.ts'
import { keysWords } from './messages/words.ts'

type Here = Pick<
  Visit,
  'actor' | 'client' | 'database' | 'jurisdiction' | 'lang' | 'now' | 'origin' | 'proof' | 'session' | 'time' | 'to'
>

/** Mails a code to the address somebody wants from now on; the same attempts and bounds as for signing in. */
export function mailAddressCode(visit: Here, email: string) {
  return mailCode(visit, email, { wording: wordsToChange })
}

/** Where her last proof is not fresh: a code to the address she has, beside the one to the address she wants. */
export function mailProofCode(visit: Here, email: string) {
  return mailCode(visit, email, { wording: wordsToProve })
}

const wordsToProve: Wording = (lang, values) => {
  const words = keysWords.say(lang)
  return { subject: words('proof-mail.subject', { place: values.place }), text: words('proof-mail.text', values) }
}

const wordsToChange: Wording = (lang, values) => {
  const words = keysWords.say(lang)
  return { subject: words('address-mail.subject', { place: values.place }), text: words('address-mail.text', values) }
}

export type Codes = { readonly attempt: Buffer; readonly code: string; readonly proof: string }

export type NotChanged =
  | { readonly kind: 'wrong-code' | 'wrong-proof'; readonly triesLeft: number }
  | { readonly kind: 'code-expired' | 'proof-expired' | 'address-taken' | 'same-address' | 'signed-out' }

/** Changes the address to the one whose code was typed here, and tells the old one how to take it back. */
export async function changeToCoded(
  visit: Here,
  actor: SignedIn,
  { attempt, code, proof }: Codes,
): Promise<{ readonly kind: 'changed'; readonly session: Bound } | NotChanged> {
  const { session } = visit
  if (!session) return { kind: 'signed-out' }
  return visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
    const unproven = await proveFirst(tx, visit, { actor, session, proof })
    if (unproven) return unproven
    const tried = await tryCode(tx, attempt, code)
    if (tried.kind !== 'right') return tried
    const changed = await changeAddress(tx, { account: actor.account, email: tried.email, session })
    // A code that was typed rightly stays used up, also where the address cannot be had.
    if (!changed.ok) return { kind: changed.refusal }
    const account = await accountById(tx, actor.account)
    const lang = account?.language ?? visit.lang
    await post(tx, { to: changed.value.old, ...movedMail(visit, lang, changed.value) }, { isUrgent: true })
    return { kind: 'changed' as const, session: changed.value.session }
  })
}

/** A right code of her own mailbox makes the session fresh, so that it is asked for once, whatever the other code turns out to be. */
async function proveFirst(
  tx: Tx,
  visit: Here,
  { actor, session, proof }: { readonly actor: SignedIn; readonly session: Buffer; readonly proof: string },
): Promise<NotChanged | undefined> {
  if (isFresh(actor.authenticatedAt, await clock(tx))) return undefined
  const account = await accountById(tx, actor.account)
  const tried = visit.proof && (await tryCode(tx, visit.proof, proof))
  if (tried?.kind === 'wrong-code') return { kind: 'wrong-proof', triesLeft: tried.triesLeft }
  if (tried?.kind !== 'right' || tried.email !== account?.email) return { kind: 'proof-expired' }
  await proveAnew(tx, session)
  return undefined
}

function movedMail(visit: Here, lang: string, { undo }: Changed) {
  const { jurisdiction, now, origin } = visit
  const words = keysWords.say(lang)
  const time = timeWords(everydayWords.say(lang), { lang, timeZone: jurisdiction.timeZone, now })
  return {
    subject: words('moved-mail.subject', { place: jurisdiction.name }),
    text: words('moved-mail.text', {
      place: jurisdiction.name,
      day: time.day(now),
      hour: time.hour(now),
      until: time.day(now.add({ hours: 24 * daysToUndo })),
      undo: `${origin}${visit.to('keys.undoing', { token: undo })}`,
      link: `${origin}${visit.to('home')}`,
    }),
  }
}

export async function undoByLink(visit: Here, token: string): Promise<Result<null, 'over' | 'address-taken'>> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const undone = await undoAddress(tx, token)
    return undone.ok ? accept(null) : refuse(undone.refusal)
  })
}

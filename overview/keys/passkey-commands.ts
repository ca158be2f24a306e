import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { everydayWords, timeWords } from '../../platform/i18n/index.ts'
import { accountById, addPasskey, endOtherSessions, removePasskey, type Added } from '../../platform/identity/index.ts'
import { post } from '../../platform/mail/index.ts'
import { keysWords } from './messages/words.ts'

type NewPasskey = { readonly answer: string; readonly name: string }

/** Adds the passkey a device answered with, and tells her by mail: it opens her account from now on. */
export async function addAndTell(visit: Visit, actor: SignedIn, { answer, name }: NewPasskey): Promise<Added> {
  const { assurance } = actor
  const { challenge: browser, originHere: origin } = visit
  if (assurance === 'none' || !browser) return { kind: 'refused' }
  return visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
    const added = await addPasskey(tx, { browser, answer, origin }, { account: actor.account, name, assurance })
    if (added.kind === 'added') await tell(tx, visit, { account: actor.account, name, what: 'added' })
    return added
  })
}

/** Removes one of her own, and tells her by mail; false where she has none such. Codes by mail go on opening her account. */
export async function removeAndTell(visit: Visit, actor: SignedIn, id: Id<'passkey'>): Promise<boolean> {
  const { session } = visit
  if (!session) return false
  return visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
    const name = await removePasskey(tx, actor.account, id)
    if (name === undefined) return false
    // A passkey is removed because its device is lost: what that device opened ends with it.
    await endOtherSessions(tx, actor.account, session)
    await tell(tx, visit, { account: actor.account, name, what: 'removed' })
    return true
  })
}

type Told = { readonly account: Id<'account'>; readonly name: string; readonly what: 'added' | 'removed' }

async function tell(tx: Tx, visit: Visit, { account, name, what }: Told): Promise<void> {
  const known = await accountById(tx, account)
  if (!known) return
  const { jurisdiction, now, origin, to } = visit
  const { language: lang, email } = known
  const words = keysWords.say(lang)
  const time = timeWords(everydayWords.say(lang), { lang, timeZone: jurisdiction.timeZone, now })
  const place = jurisdiction.name
  const values = {
    place,
    name,
    day: time.day(now),
    hour: time.hour(now),
    keys: `${origin}${to('keys')}`,
    link: `${origin}${to('home')}`,
  }
  const subject = words(`passkey-${what}-mail.subject`, { place })
  await post(tx, { to: email, subject, text: words(`passkey-${what}-mail.text`, values) }, { isUrgent: true })
}

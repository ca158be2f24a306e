import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import {
  accountByEmail,
  endAllSessions,
  endEverySession,
  endOtherSessions,
  renewSession,
  type Bound,
} from '../../platform/identity/index.ts'
import { post, type Mail } from '../../platform/mail/index.ts'
import { record } from './facts.ts'

export type SigningOut = {
  readonly email: string
  /** What she is told, in her language. */
  readonly mail: (language: string) => Omit<Mail, 'to'>
  /** The administrator's own, under which she acts; null on the command line. */
  readonly by: { readonly account: Id<'account'>; readonly session: Buffer } | null
}

/**
 * Signs out whoever uses this address, and tells her. An address nobody uses is no refusal, and recorded the same: an administrator
 * learns from this neither here nor in the record who has an account.
 */
export async function signOutOne(
  database: Database,
  place: Id<'jurisdiction'>,
  { email, mail, by }: SigningOut,
): Promise<Bound | undefined> {
  return database.transact(place, null, async (tx) => {
    const known = await accountByEmail(tx, email)
    await recordEnding(tx, 'one', { account: known?.id ?? null, by: by?.account ?? null })
    if (!known) return undefined
    await post(tx, { to: known.email, ...mail(known.language) }, { isUrgent: true })
    if (known.id !== by?.account) {
      await endAllSessions(tx, known.id)
      return undefined
    }
    await endOtherSessions(tx, known.id, by.session)
    return renewSession(tx, by.session)
  })
}

/** Signs out everybody of the place; whoever does it goes on in her own browser, under a new token. */
export async function signOutAll(
  database: Database,
  place: Id<'jurisdiction'>,
  by: { readonly actor: SignedIn; readonly session: Buffer } | null,
): Promise<Bound | undefined> {
  return database.transact(place, by?.actor ?? null, async (tx) => {
    await recordEnding(tx, 'all', { account: null, by: by?.actor.account ?? null })
    await endEverySession(tx, by?.session ?? null)
    return by ? renewSession(tx, by.session) : undefined
  })
}

type Concerned = { readonly account: Id<'account'> | null; readonly by: Id<'account'> | null }

async function recordEnding(tx: Tx, whose: 'one' | 'all', secret: Concerned): Promise<void> {
  await record(tx, { kind: 'settings.sessions-ended', problem: null, public: { whose }, secret, time: 'exact' })
}

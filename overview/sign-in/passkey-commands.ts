import type { Visit } from '../../platform/http/index.ts'
import { accountById, endSession, noteNetwork, openSession, signedByPasskey } from '../../platform/identity/index.ts'
import type { SignedInNow } from './commands.ts'
import { isIntroduced } from './introduced.ts'

/** Signs in whoever holds the device that answered. It proves what the session proved in which it was added, never more. */
export async function enterByPasskey(
  visit: Visit,
  answer: string,
): Promise<SignedInNow | { readonly kind: 'refused' | 'copied' }> {
  const { challenge: browser, originHere: origin } = visit
  if (!browser) return { kind: 'refused' }
  return visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
    const signed = await signedByPasskey(tx, { browser, answer, origin })
    if (signed.kind !== 'right') return signed
    await noteNetwork(tx, signed.account, visit.client)
    const known = await accountById(tx, signed.account)
    if (visit.session) await endSession(tx, visit.session)
    const { assurance } = signed
    const session = await openSession(tx, signed.account, { means: 'passkey', assurance, browser: visit.browser ?? '' })
    return { kind: 'right' as const, ...session, isKnown: isIntroduced(known) }
  })
}

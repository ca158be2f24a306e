import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../platform/db/index.ts'
import { takeConsentBack } from '../../platform/identity/index.ts'
import { leaveVotes } from '../../stages/opinion/index.ts'
import * as rules from './rules.ts'

/** Her votes count as they are and are nobody's from now on; she takes part again when she agrees again. */
export function takeOpinionsBack(database: Database, actor: Actor): Promise<Result<null, rules.TakeBackRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const allowed = rules.takeBack(actor)
    if (!allowed.ok) return allowed
    await leaveVotes(tx, allowed.value.account)
    await takeConsentBack(tx, allowed.value.account, 'opinions')
    return accept(null)
  })
}

/** From an office too: nobody has to be written to. */
export function takeMailsBack(database: Database, actor: Actor): Promise<void> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    if (actor.account) await takeConsentBack(tx, actor.account, 'mails')
  })
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import { putLimits } from './store.ts'

/** How many groups at once a place asks of a politician or a facilitator before it wants to know why. */
export async function setGroupLimits(
  database: Database,
  actor: Actor,
  { politicians, facilitators }: rules.Limits,
): Promise<Result<null, 'not-yours-to-set'>> {
  const allowed = rules.setGroupLimits(actor)
  if (!allowed.ok) return allowed
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await putLimits(tx, { politicians, facilitators }, allowed.value.account)
    await record(tx, {
      kind: 'arena.limits-set',
      problem: null,
      public: { politicians, facilitators },
      time: 'exact',
    })
    return accept(null)
  })
}

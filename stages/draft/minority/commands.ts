import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import { inRecommendation, type At, type Missing } from '../in-recommendation.ts'
import * as rules from './rules.ts'
import { putSignature, signersOf, withdrawSignature } from './store.ts'

export type SignInput = At & { readonly act: 'sign' | 'withdraw'; readonly seen: number }

/** Puts one's name under the minority text as it stands, or takes it back. */
export function signMinorityText(
  database: Database,
  actor: Actor,
  { act, seen, ...at }: SignInput,
): Promise<Result<null, rules.SignRefusal | Missing>> {
  return inRecommendation<null, rules.SignRefusal>(
    { database, actor, ...at },
    async (tx, { problem, found, state }) => {
      const { revision, signers } = await signersOf(tx, found.id)
      const hasSigned = actor.account !== null && signers.includes(actor.account)
      const ownStand = found.standOf(actor.account)
      const allowed = rules.signMinorityText(state, { act, seen, current: revision, ownStand, hasSigned }, actor)
      if (!allowed.ok) return allowed
      const { account } = allowed.value
      const signature = { recommendation: found.id, revision, account }
      await (act === 'sign' ? putSignature(tx, signature) : withdrawSignature(tx, signature))
      await record(tx, {
        kind: act === 'sign' ? 'draft.minority-signed' : 'draft.minority-signature-withdrawn',
        problem: problem.id,
        public: { number: found.number },
        secret: { account },
        time: 'coarse',
      })
      return accept(null)
    },
  )
}

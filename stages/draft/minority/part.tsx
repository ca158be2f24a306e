import type { Child } from 'hono/jsx'
import type { Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Recommendation } from '../recommendations.ts'
import { draftState } from '../state.ts'
import { Signers } from './pages/signers.tsx'
import { signMinorityText } from './rules.ts'
import { signersOf } from './store.ts'

/** The names under the minority text of a recommendation. */
export async function signersPart(
  visit: Visit,
  { problem, recommendation }: { readonly problem: Problem; readonly recommendation: Recommendation },
): Promise<Child> {
  // Who signed elsewhere is in no source we read.
  if (recommendation.source !== null || recommendation.isWithdrawn) return null
  const { account } = visit.actor
  const [{ revision, signers }, state] = await Promise.all([
    signersOf(visit.read, recommendation.id),
    draftState(visit.read, problem.id),
  ])
  const named = await bylines(visit.read, signers)
  const hasSigned = account !== null && signers.includes(account)
  const act = hasSigned ? 'withdraw' : 'sign'
  const ownStand = recommendation.standOf(account)
  const may = signMinorityText(state, { act, seen: revision, current: revision, ownStand, hasSigned }, visit.actor)
  return (
    <Signers
      reader={visit}
      slug={problem.slug}
      number={recommendation.number}
      revision={revision}
      signers={signers.map((signer) => named.get(signer))}
      act={may.ok ? act : undefined}
    />
  )
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'

/** Somebody without a computer, as the rules look at her: what two of staff confirmed is her own act. */
export function heldActor(
  tx: Tx,
  { account, name }: { readonly account: Id<'account'>; readonly name: string },
): Actor {
  const roles = [{ name: 'resident', scope: tx.jurisdiction } as const]
  return { jurisdiction: tx.jurisdiction, account, person: null, name, assurance: 'low', roles }
}

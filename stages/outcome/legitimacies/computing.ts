import { isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { hashOf } from '../../../platform/ledger/index.ts'
import { inOutcome } from '../commands.ts'
import { record } from '../facts.ts'
import { mayPrepareHere } from '../rules.ts'
import { figuresOf, method } from './figures.ts'
import { inputsOf } from './inputs.ts'
import { computedOf, putComputed } from './store.ts'

export type ComputeRefusal = 'not-yours-to-prepare' | 'nothing-new' | 'no-such-problem'

/** Computes the figures as the record stands now. Who presses cannot choose what goes in, and the same inputs are kept once. */
export function computeLegitimacies(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<{ readonly version: number }, ComputeRefusal>> {
  return inOutcome(
    database,
    actor,
    slug,
    async (tx, { problem, body }): Promise<Result<{ readonly version: number }, ComputeRefusal>> => {
      if (!isSignedIn(actor) || !mayPrepareHere(body, actor)) return refuse('not-yours-to-prepare')
      const version = await computeNow(tx, problem.id, actor.account)
      return version === null ? refuse('nothing-new') : accept({ version })
    },
  )
}

/** The version it became; null where nothing has changed since the last one. The caller holds the lock of the case. */
export async function computeNow(tx: Tx, problem: Id<'problem'>, by: Id<'account'> | null): Promise<number | null> {
  const inputs = await inputsOf(tx, problem, tx.now)
  const inputHash = hashOf(inputs)
  const [last] = await computedOf(tx, problem)
  if (last?.inputHash === inputHash && last.method === method) return null
  const version = (last?.version ?? 0) + 1
  await putComputed(tx, { problem, version, method, inputs, figures: figuresOf(inputs), inputHash, by })
  await record(tx, {
    kind: 'outcome.legitimacies-computed',
    problem,
    public: { version, method, inputHash, inputs: JSON.parse(JSON.stringify(inputs)) as JsonObject },
    time: 'exact',
  })
  return version
}

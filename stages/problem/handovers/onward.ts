import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Fact } from '../../../platform/ledger/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { problemsById } from '../store.ts'
import { carryLater, type Carried } from './carrying.ts'
import { handoversInOf } from './in-store.ts'
import { putStep, type Step } from './step-store.ts'
import { handoversOutById } from './store.ts'

/**
 * What was handed over goes on where it was taken up: each step there is told here, by name and day, once. One act there, in
 * the transaction of the step; one here, by a job.
 */

/** The first act. `app` binds it to the facts of later stages: it acts in the same transaction. */
export function followOnward(step: Step) {
  return async (tx: Tx, { problem }: Pick<Fact, 'problem'>): Promise<void> => {
    if (problem === null) return
    const [came] = await handoversInOf(tx, problem)
    if (came?.state !== 'accepted') return
    const at = tx.now.toString()
    await carryLater(tx, { step: 'onward', from: came.from, to: tx.jurisdiction, id: came.id, onward: { step, at } })
  }
}

export type Onward = { readonly step: Step; readonly at: string }

/** The second act, in the place it came from. */
export async function carryOnward({ database, from, to, id }: Carried, { step, at }: Onward): Promise<void> {
  await database.transact(from.id, null, async (tx) => {
    const [asked] = await handoversOutById(tx, [id])
    if (!asked || !(await putStep(tx, { handover: id, step, at: Temporal.Instant.from(at) }))) return
    await record(tx, {
      kind: 'problem.handover-went-on',
      problem: asked.problem,
      public: { handover: id, to: to.slug, step },
      time: 'exact',
    })
    await tellOf(tx, { problem: asked.problem, place: to.name, step })
  })
}

type Telling = { readonly problem: Id<'problem'>; readonly place: string; readonly step: Step }

/** Who supports or follows it here has perhaps never been there. */
async function tellOf(tx: Tx, { problem: id, place, step }: Telling): Promise<void> {
  const [problem] = await problemsById(tx, [id])
  if (!problem) return
  await tell(tx, {
    about: { kind: 'problem', id },
    stage: 'problem',
    message: `told.onward-${step}`,
    values: { place, question: problem.question },
    address: 'problem.page',
    params: { problem: problem.slug },
  })
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import type { DraftState } from '../rules.ts'
import { draftState } from '../state.ts'
import { clauseIn, type StandingClause } from '../text/store.ts'

/** Which clause of which case. */
export type AtClause = { readonly slug: string; readonly clause: Id<'clause'> }

export type ClauseMissing = 'no-such-problem' | 'no-such-clause'

export type InClause = { readonly problem: Problem; readonly clause: StandingClause; readonly state: DraftState }

/** One transaction under the lock of the case, with the clause as it was last saved. */
export function inClause<Value, Refusal extends string>(
  database: Database,
  actor: Actor,
  { slug, clause: id }: AtClause,
  act: (tx: Tx, at: InClause) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | ClauseMissing>> {
  return inCase<Value, Refusal | ClauseMissing>(database, actor, slug, async (tx, problem) => {
    const clause = await clauseIn(tx, problem.id, id)
    if (!clause) return refuse('no-such-clause')
    return act(tx, { problem, clause, state: await draftState(tx, problem.id) })
  })
}

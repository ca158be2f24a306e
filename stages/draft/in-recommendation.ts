import type { Actor } from '@folkmoot/basics/actor.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { recommendationsOf, type Recommendation } from './recommendations.ts'
import type { DraftState } from './rules.ts'
import { draftState } from './state.ts'

export type Missing = 'no-such-problem' | 'no-such-recommendation'

/** Which recommendation of which case. */
export type At = { readonly slug: string; readonly number: number }

export type InRecommendation = {
  readonly problem: Problem
  readonly found: Recommendation
  readonly state: DraftState & { readonly current: number }
}

/** One transaction about one recommendation, under the lock of its case: whoever changes a draft waits for whoever else does. */
export async function inRecommendation<Value, Code extends string>(
  { database, actor, slug, number }: { readonly database: Database; readonly actor: Actor } & At,
  act: (tx: Tx, found: InRecommendation) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | Missing>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<Value, Code | Missing>> => {
    const found = (await recommendationsOf(tx, problem.id)).find((one) => one.number === number)
    if (!found) return refuse('no-such-recommendation')
    const state = await draftState(tx, problem.id)
    return act(tx, { problem, found, state: { ...state, current: found.versions.length } })
  })
}

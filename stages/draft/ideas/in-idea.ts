import type { Actor } from '@folkmoot/basics/actor.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import type { IdeaState } from './rules.ts'
import { ideaByNumber, type Idea } from './store.ts'

/** Which idea of which case. */
export type AtIdea = { readonly slug: string; readonly number: number }

/** One transaction under the lock of the case, with the idea as it stands after the lock was taken. */
export function inIdea<Value, Refusal extends string>(
  database: Database,
  actor: Actor,
  { slug, number }: AtIdea,
  act: (tx: Tx, at: { readonly problem: Problem; readonly idea: Idea }) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'no-such-idea' | 'no-such-problem'>> {
  return inCase<Value, Refusal | 'no-such-idea'>(database, actor, slug, async (tx, problem) => {
    const idea = await ideaByNumber(tx, problem.id, number)
    return idea ? act(tx, { problem, idea }) : refuse('no-such-idea')
  })
}

export function stateOfIdea({ problem, writtenBy, source }: Idea): IdeaState {
  return { problem, writtenBy, isTold: source !== null }
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { loadArena, type Arena } from './arena.ts'

export type Refusal<Code extends string> = Code | 'no-such-problem'

/** One transaction about one arena, found by its problem, under the lock of its case. */
export async function inArena<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, problem: Problem, arena: Arena) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Refusal<Code>>> {
  return inCase(database, actor, slug, async (tx, problem) => act(tx, problem, await loadArena(tx, problem)))
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { problemBySlug, problemsById, type Problem } from './store.ts'

/** The case under its lock, as it stands now that nobody else changes it: what was read before may be old. */
export async function lockedProblem(tx: Tx, slug: string): Promise<Result<Problem, 'no-such-problem'>> {
  const known = await problemBySlug(tx, slug)
  if (!known) return refuse('no-such-problem')
  await lockExclusive(tx, known.id)
  const [problem] = await problemsById(tx, [known.id])
  return problem ? accept(problem) : refuse('no-such-problem')
}

/** One transaction about one case, under its lock: of two acts at once the second finds what the first left. */
export async function inCase<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, problem: Problem) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'no-such-problem'>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | 'no-such-problem'>> => {
    const found = await lockedProblem(tx, slug)
    return found.ok ? act(tx, found.value) : found
  })
}

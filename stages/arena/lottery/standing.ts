import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import type { Database, Read, Tx } from '../../../platform/db/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { loadArena, type Arena } from '../arena.ts'
import type { Standing } from './rules.ts'
import { lotteriesOf, type At, type Lottery } from './store.ts'

export type LotteryStanding = Standing & {
  readonly of: Problem
  readonly arena: Arena
  readonly lottery: Lottery | null
  /** The lottery that is going on; where none is, the next one. */
  readonly at: At
  /** What the next lottery of the case is numbered. */
  readonly next: number
  /** Every draw of the case there was. */
  readonly all: readonly Lottery[]
  readonly isNewest: boolean
}

/** `asked` looks at an earlier draw of the case; acts are always on the newest. */
export async function standingOf(read: Read, problem: Problem, asked: number | null = null): Promise<LotteryStanding> {
  const [arena, all] = await Promise.all([loadArena(read, problem), lotteriesOf(read, problem.id)])
  const next = (all.at(-1)?.number ?? 0) + 1
  const one = all.find(({ number }) => number === asked)
  if (one) {
    const at = { problem: problem.id, lottery: one.number }
    return { of: problem, problem: problem.id, arena, lottery: one, at, next, all, isNewest: one === goingOn(all) }
  }
  const lottery = goingOn(all)
  const at = { problem: problem.id, lottery: lottery?.number ?? next }
  return { of: problem, problem: problem.id, arena, lottery, at, next, all, isNewest: true }
}

/** The draw that stands. When one for free seats is given up, the seats of those before it were drawn all the same. */
function goingOn(all: readonly Lottery[]): Lottery | null {
  const newest = all.at(-1)
  if (newest?.step !== 'ended') return newest ?? null
  return newest.replaces === null ? null : (all.findLast(({ step }) => step === 'drawn') ?? null)
}

/** One transaction about the lottery of one case, under the lock of the case: of two clerks at once the second finds what the first did. */
export async function inLottery<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, standing: LotteryStanding) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => act(tx, await standingOf(tx, problem)))
}

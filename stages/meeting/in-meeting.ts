import type { Actor } from '@folkmoot/basics/actor.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { meetingByNumber, type Meeting } from './store.ts'

export type At = { readonly slug: string; readonly number: number }

export type Refusal<Code extends string> = Code | 'no-such-problem' | 'no-such-meeting'

export type Found = { readonly problem: Problem; readonly meeting: Meeting }
type Where = At & { readonly database: Database; readonly actor: Actor }

/** One transaction about one meeting, under the lock of its case: two changes at once come one after the other. */
export async function inMeeting<Value, Code extends string>(
  { database, actor, slug, number }: Where,
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Refusal<Code>>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<Value, Refusal<Code>>> => {
    const meeting = await meetingByNumber(tx, problem.id, number)
    if (!meeting) return refuse('no-such-meeting')
    return act(tx, { problem, meeting })
  })
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, lockExclusive, type Database } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { consultationOf } from '../store.ts'
import * as rules from './rules.ts'
import { putMove } from './store.ts'

export type MoveInput = {
  readonly slug: string
  /** Open until the end of this day, there. */
  readonly until: Temporal.PlainDate
  readonly timeZone: string
  readonly reason: string
  readonly decided: string
}

export async function moveDeadline(
  database: Database,
  actor: Actor,
  { slug, until, timeZone, reason, decided }: MoveInput,
): Promise<Result<null, rules.MoveRefusal | 'no-such-problem'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) return refuse('no-such-problem')
    const first = await consultationOf(tx, problem.id)
    if (first) await lockExclusive(tx, first.id)
    const consultation = first && (await consultationOf(tx, problem.id))
    const [closesAt, now] = [endOfDay(until, timeZone), await clock(tx)]
    const allowed = rules.moveDeadline(consultation, { problem: problem.id, decided, closesAt }, { actor, now })
    if (!allowed.ok) return allowed
    if (!consultation) return refuse('not-open')
    const was = consultation.closesAt
    await putMove(tx, consultation.id, { was, closesAt, reason, decided, movedAt: now })
    await record(tx, {
      kind: 'opinion.deadline-moved',
      problem: problem.id,
      public: { was: was.toString(), closesAt: closesAt.toString(), by: actor.name, reason, decided },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'opinion',
      message: 'told.deadline-moved',
      values: { question: problem.question },
      address: 'opinion.statements',
      params: { problem: slug },
      except: actor.account,
    })
    return accept(null)
  })
}

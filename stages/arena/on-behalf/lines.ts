import { ownCalendar } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Arena } from '../arena.ts'
import type { StaffRecord } from '../by-staff/store.ts'
import { graceEnd } from './rules.ts'
import { staffAnswersOf, type StaffAnswer } from './store.ts'

/** An answer that was written down, and whose it is. */
export type AnswerLine = {
  readonly answer: StaffAnswer
  readonly record: StaffRecord
  /** Until when the offer it answers is kept for it; null where it answers none. */
  readonly heldUntil: Temporal.Instant | null
  /** The offer waits no more. */
  readonly isOver: boolean
}

/** What was answered on behalf of these people, for the page of all that was written down. */
export async function answerLines(
  visit: Visit,
  problem: Pick<Problem, 'id'>,
  { arena, records }: { readonly arena: Arena; readonly records: readonly StaffRecord[] },
): Promise<readonly AnswerLine[]> {
  const [answers, calendar] = [await staffAnswersOf(visit.read, problem.id), await ownCalendar(visit.read)]
  return answers.flatMap((answer) => {
    const record = records.find(({ number }) => number === answer.receipt)
    if (!record) return []
    const offer = arena.asked.find(({ number }) => number === answer.offer)
    const heldUntil = offer ? graceEnd(offer.answerBy, calendar) : null
    const isKept = heldUntil !== null && Temporal.Instant.compare(visit.now, heldUntil) <= 0
    return [{ answer, record, heldUntil, isOver: answer.offer !== null && !isKept }]
  })
}

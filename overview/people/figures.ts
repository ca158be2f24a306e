import type { Id } from '@folkmoot/basics/ids.ts'
import { seatsHeldBy, todayIn, type Seat } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { answerFiguresOf, type AnswerFigures } from '../../stages/decision/index.ts'
import { promiseFiguresOf, type PromiseFigures } from '../../stages/delivery/index.ts'
import { politicianRecord, replyFiguresOf, type ReplyFigures } from '../../stages/inquiry/index.ts'
import { meetingPresence } from '../../stages/meeting/index.ts'
import { publicPositionsOf } from '../../stages/opinion/index.ts'
import { ledCounts } from '../../stages/problem/index.ts'

/** What the record counts of one politician. No sum of it all, and nothing that would put one before another. */
export type Figures = {
  readonly replies: ReplyFigures
  readonly answers: AnswerFigures
  readonly promises: PromiseFigures
  readonly presence: { readonly attended: number; readonly called: number }
  readonly notes: number
  /** On how many statements she has taken a public position. */
  readonly statements: number
  readonly cases: number
  /** The latest first. */
  readonly seats: readonly Seat[]
}

export async function figuresOf(visit: Visit, person: Id<'person'>): Promise<Figures> {
  const { read, now } = visit
  const today = todayIn(visit.jurisdiction, now)
  const [replies, answers, promises, presence, { notes }, { said, unread }, led, seats] = await Promise.all([
    replyFiguresOf(read, person, now),
    answerFiguresOf(read, person, today),
    promiseFiguresOf(read, person, today),
    meetingPresence(read, person),
    politicianRecord(read, person),
    publicPositionsOf(visit, person),
    ledCounts(read, [person]),
    seatsHeldBy(read, person),
  ])
  return {
    replies,
    answers,
    promises,
    presence,
    notes,
    statements: said.length + unread,
    cases: led.get(person) ?? 0,
    seats,
  }
}

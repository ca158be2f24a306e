import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter, type Calendar, type DeadlineRule } from '@folkmoot/basics/working-days.ts'

/** Lapsed: voting closed before anybody had looked. */
export type WaitingState = 'waiting' | 'let-through' | 'refused' | 'lapsed'

/** Whoever wrote it is promised a word by then; voting does not wait longer for it. */
const lookRule: DeadlineRule = { count: 2, unit: 'working-days' }

/** When a moderator should have read it: two working days on, and before voting closes. */
export function dueAfter(
  writtenAt: Temporal.Instant,
  closesAt: Temporal.Instant,
  calendar: Calendar,
): Temporal.Instant {
  const due = deadlineAfter(writtenAt, lookRule, calendar)
  return Temporal.Instant.compare(due, closesAt) < 0 ? due : closesAt
}

export type Judged = {
  /** Whoever acts moderates here. */
  readonly isModerator: boolean
  /** Undefined where nothing of that id waits here. */
  readonly state: WaitingState | undefined
}

/** Whether it may be judged at all. The rule it breaks and the reason are for moderation to ask. */
export function mayJudge({ isModerator, state }: Judged): Result<null, 'not-a-moderator' | 'not-waiting'> {
  if (!isModerator) return refuse('not-a-moderator')
  return state === 'waiting' ? accept(null) : refuse('not-waiting')
}

/** `isTaken`: a statement with the same words has come in between. */
export type Passing = Judged & { readonly isOpen: boolean; readonly isTaken: boolean }

export type LetThroughRefusal = 'not-a-moderator' | 'not-waiting' | 'closed' | 'same-words'

export function letThrough({ isOpen, isTaken, ...judged }: Passing): Result<null, LetThroughRefusal> {
  const allowed = mayJudge(judged)
  if (!allowed.ok) return allowed
  if (!isOpen) return refuse('closed')
  return isTaken ? refuse('same-words') : accept(null)
}

/** What a refused statement becomes when a moderator finds that it breaks no rule: nobody can vote on it any more after the close. */
export function afterAppeal({ isOpen, isTaken }: Pick<Passing, 'isOpen' | 'isTaken'>): 'let-through' | 'lapsed' {
  return isOpen && !isTaken ? 'let-through' : 'lapsed'
}

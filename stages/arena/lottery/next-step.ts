import type { Id } from '@folkmoot/basics/ids.ts'
import type { RunState, Step } from './rules.ts'

/** What of a draw, and of the offers in its case, decides what waits for whoever prepares it. */
export type DrawState = {
  /** Null before the first draw, and when the last one was given up. */
  readonly step: Step | null
  /** Seats the limits in force are for; null before there are any. */
  readonly limited: number | null
  readonly toDraw: number
  /** How many seats those who wait for one by lot can fill. */
  readonly waiting: number
  readonly isConfirmed: boolean
  readonly closesAt: Temporal.Instant | null
  readonly lockedAt: Temporal.Instant | null
  readonly run: RunState['state'] | null
  readonly panelsAt: Temporal.Instant | null
  /** When the public beacon that was announced gives the number; null where dice do. */
  readonly numberAt: Temporal.Instant | null
  /** A number one has written that no other has written again. */
  readonly written: { readonly by: Id<'account'>; readonly at: Temporal.Instant } | null
  /** Who said that the beacon did not come, while nobody has said so after her. */
  readonly doubted: { readonly by: Id<'account'>; readonly at: Temporal.Instant } | null
  /** When the last offer got its yes or no. */
  readonly answeredAt: Temporal.Instant | null
  /** Offers without a yes or a no, and until when the first of them stands. */
  readonly asked: number
  readonly answerBy: Temporal.Instant | null
  /** Seats by lot nobody took, and how many can still be drawn for them. */
  readonly free: number
  readonly left: number
}

export type NextName =
  | 'set-limits'
  | 'lock-list'
  | 'too-few'
  | 'make-panels'
  | 'widen'
  | 'throw'
  | 'second'
  | 'doubted'
  | 'offers'
  | 'draw-again'

/** `since`: when the step before was done, and nothing else held it up. `due`: by when it should be. */
export type NextStep = {
  readonly name: NextName
  readonly since: Temporal.Instant | null
  readonly due: Temporal.Instant | null
}

/** So long before the first offer ends whoever prepares hears of it: there is still time to ring. */
export const offersRunOut = { hours: 3 * 24 } as const

type Looking = { readonly now: Temporal.Instant; readonly account: Id<'account'> | null }

/** What waits for this person in the draw of a case; null where the next step is another's, a machine's or the calendar's. */
export function nextStep(state: DrawState, { now, account }: Looking): NextStep | null {
  if (state.asked > 0) return runningOut(state, now)
  if (state.step === 'drawn')
    return state.free > 0 && state.left >= state.free
      ? { name: 'draw-again', since: state.answeredAt, due: null }
      : null
  if (state.step === 'pool') return making(state)
  if (state.step === 'panels') return numbering(state, { now, account })
  return gathering(state, now)
}

function runningOut({ answerBy }: DrawState, now: Temporal.Instant): NextStep | null {
  if (answerBy === null || Temporal.Instant.compare(now.add(offersRunOut), answerBy) < 0) return null
  return { name: 'offers', since: null, due: answerBy }
}

function gathering(state: DrawState, now: Temporal.Instant): NextStep | null {
  const { closesAt, limited, toDraw, waiting } = state
  if (toDraw < 1 || closesAt === null || state.isConfirmed) return null
  if (limited !== toDraw) return { name: 'set-limits', since: null, due: closesAt }
  if (Temporal.Instant.compare(now, closesAt) < 0) return null
  return { name: waiting < toDraw ? 'too-few' : 'lock-list', since: closesAt, due: null }
}

function making({ run, lockedAt, numberAt }: DrawState): NextStep | null {
  if (run === 'waiting' || run === 'running') return null
  return { name: run === 'impossible' ? 'widen' : 'make-panels', since: lockedAt, due: numberAt }
}

function numbering({ written, doubted, panelsAt, numberAt }: DrawState, { now, account }: Looking): NextStep | null {
  if (numberAt !== null && Temporal.Instant.compare(now, numberAt) < 0) return null
  if (doubted !== null && doubted.by !== account) return { name: 'doubted', since: doubted.at, due: null }
  if (written === null) return { name: 'throw', since: panelsAt, due: null }
  // Nobody confirms what she wrote herself.
  return written.by === account ? null : { name: 'second', since: written.at, due: null }
}

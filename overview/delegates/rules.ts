import { holds, isSignedIn, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayName: Policy = whoever('politician')

/** As many as one can answer for. */
export const mostAtOnce = 10

/** Longest time somebody is named for, in days; then she names anew. */
export const longestDays = 731

export type NamingState = {
  readonly isHerself: boolean
  /** How many prepare for her, or were asked to. */
  readonly open: number
  readonly today: Temporal.PlainDate
}

export type NamingRefusal = 'only-politicians-name' | 'not-herself' | 'too-many' | 'day-is-over' | 'too-long'

export function name(
  { isHerself, open, today }: NamingState,
  until: Temporal.PlainDate,
  actor: Actor,
): Result<{ readonly account: Id<'account'>; readonly person: Id<'person'> }, NamingRefusal> {
  if (!isSignedIn(actor) || actor.person === null || !holds(actor, 'politician')) return refuse('only-politicians-name')
  if (isHerself) return refuse('not-herself')
  if (open >= mostAtOnce) return refuse('too-many')
  if (Temporal.PlainDate.compare(until, today) < 0) return refuse('day-is-over')
  if (today.until(until).days > longestDays) return refuse('too-long')
  return accept({ account: actor.account, person: actor.person })
}

/** One who prepares, or was asked to. */
export type Standing = {
  readonly account: Id<'account'>
  readonly person: Id<'person'>
  readonly agreedAt: Temporal.Instant | null
}

export type StandingRefusal = 'not-yours' | 'agreed-already'

/** Nobody is anybody's without having said yes. */
export function agree(standing: Standing | undefined, actor: Actor): Result<null, StandingRefusal> {
  if (standing?.account !== actor.account || actor.account === null) return refuse('not-yours')
  return standing.agreedAt === null ? accept(null) : refuse('agreed-already')
}

/** Either of the two ends it, at once and without a reason. */
export function end(standing: Standing | undefined, actor: Actor): Result<'politician' | 'delegate', StandingRefusal> {
  if (!standing || !isSignedIn(actor)) return refuse('not-yours')
  if (standing.account === actor.account) return accept('delegate')
  return actor.person !== null && standing.person === actor.person ? accept('politician') : refuse('not-yours')
}

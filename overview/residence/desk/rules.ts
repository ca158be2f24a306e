import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Those who talk to residents and keep the papers, as with applications that come without a computer. */
export const mayHelp: Policy = whoever('clerk', 'facilitator')

/** How many one of staff writes down in 24 hours; the database holds the same number. */
export const mostADay = 40
export const minutesOfNumber = 30

export type Standing = { readonly isShown: boolean; readonly isWaiting: boolean }

export type NumberRefusal = 'only-residents' | 'shown-already' | 'waits-already'

export function showNumber({ isShown, isWaiting }: Standing, actor: Actor): Result<SignedIn, NumberRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'resident')) return refuse('only-residents')
  if (isShown) return refuse('shown-already')
  return isWaiting ? refuse('waits-already') : accept(actor)
}

export type WriteRefusal =
  | 'only-staff'
  | 'no-such-number'
  | 'not-for-yourself'
  | 'shown-already'
  | 'waits-already'
  | 'enough-today'

/** `account` is whose number was said; `today` how many the same one of staff wrote down in the last 24 hours. */
export function writeDown(
  {
    account,
    isShown,
    isWaiting,
    today,
  }: Standing & { readonly account: Id<'account'> | undefined; readonly today: number },
  actor: Actor,
): Result<SignedIn, WriteRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (today >= mostADay) return refuse('enough-today')
  if (account === undefined) return refuse('no-such-number')
  if (account === actor.account) return refuse('not-for-yourself')
  if (isShown) return refuse('shown-already')
  return isWaiting ? refuse('waits-already') : accept(actor)
}

export type DecideRefusal = 'only-staff' | 'decided-already' | 'second-person' | 'not-for-yourself'

export type SeenState = {
  readonly account: Id<'account'>
  readonly recordedBy: Id<'account'>
  readonly isConfirmed: boolean
}

/** Two of staff stand behind it, and neither is she herself. Undefined: somebody sent it back. */
export function decide(seen: SeenState | undefined, actor: Actor): Result<SignedIn, DecideRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (!seen || seen.isConfirmed) return refuse('decided-already')
  if (seen.account === actor.account) return refuse('not-for-yourself')
  return seen.recordedBy === actor.account ? refuse('second-person') : accept(actor)
}

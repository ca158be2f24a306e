import { holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayWithdraw: Policy = whoever('politician', 'clerk', 'body-chair')

/** The record of a vote as it stands; null where there is none of that name. */
export type MotionState = {
  readonly body: Id<'body'>
  readonly draftedBy: Id<'account'> | null
  readonly isConfirmed: boolean
  /** It is the one that waits for the chair. */
  readonly isWaiting: boolean
} | null

export type WithdrawRefusal = 'nothing-to-withdraw' | 'confirmed-already' | 'not-yours-to-withdraw'

/** Whoever wrote the record of a vote, or the body's chair, takes it back: only before it is confirmed. */
export function withdraw(motion: MotionState, actor: Actor): Result<SignedIn, WithdrawRefusal> {
  if (motion === null) return refuse('nothing-to-withdraw')
  const isWriter = actor.account !== null && motion.draftedBy === actor.account
  if (!isSignedIn(actor) || !(isWriter || holdsIn(actor, motion.body, 'body-chair')))
    return refuse('not-yours-to-withdraw')
  if (motion.isConfirmed) return refuse('confirmed-already')
  return motion.isWaiting ? accept(actor) : refuse('nothing-to-withdraw')
}

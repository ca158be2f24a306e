import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** In how many groups at once somebody may sit, or facilitate, before it needs a reason. */
export type Limits = { readonly politicians: number; readonly facilitators: number }

export const leastGroups = 1
export const mostGroups = 20

export const maySetLimits: Policy = whoever('administrator', 'clerk')

export function setGroupLimits(actor: Actor): Result<SignedIn, 'not-yours-to-set'> {
  return isSignedIn(actor) && maySetLimits.allows(actor) ? accept(actor) : refuse('not-yours-to-set')
}

export type Load = {
  /** Other groups at work in which she sits or facilitates. */
  readonly groups: number
  readonly most: number
}

export function isFull({ groups, most }: Load): boolean {
  return groups >= most
}

/** The limit blocks nobody: one group more needs a reason that everybody reads (R18). */
export function takeOnMore(load: Load, reason: string): Result<null, 'over-limit'> {
  return isFull(load) && reason.trim() === '' ? refuse('over-limit') : accept(null)
}

import { holds, isSignedIn, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export type LeaveRefusal = 'sign-in-first' | 'in-office' | 'on-staff' | 'sign-in-again' | 'other-address'

/** A sign-in that is older may be a phone somebody else picked up. */
export const minutesFresh = 60

export type Leaving = { readonly typed: string; readonly email: string; readonly now: Temporal.Instant }

/** Whether somebody may ever delete her account while she is what she is now: an office and a service are left first. */
export function mayLeave(actor: Actor): Result<SignedIn, 'sign-in-first' | 'in-office' | 'on-staff'> {
  if (!isSignedIn(actor)) return refuse('sign-in-first')
  if (holds(actor, 'politician', 'body-chair')) return refuse('in-office')
  if (holds(actor, 'clerk', 'facilitator', 'officer', 'administrator')) return refuse('on-staff')
  return accept(actor)
}

/** She types her own address, and has signed in a short while ago. */
export function leave(actor: Actor, { typed, email, now }: Leaving): Result<SignedIn, LeaveRefusal> {
  const allowed = mayLeave(actor)
  if (!allowed.ok) return allowed
  if (!isFresh(actor, now)) return refuse('sign-in-again')
  return typed === email ? allowed : refuse('other-address')
}

export function isFresh({ authenticatedAt }: Actor, now: Temporal.Instant): boolean {
  if (authenticatedAt === undefined) return false
  return Temporal.Instant.compare(authenticatedAt.add({ minutes: minutesFresh }), now) > 0
}

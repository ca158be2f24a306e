import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import { mayLeave } from '../leaving/rules.ts'

export type TakeBackRefusal = 'sign-in-first' | 'in-office' | 'on-staff'

/** What is done in an office or a service rests on the law, not on a consent: there is nothing to take back while it lasts. */
export const takeBack: (actor: Actor) => Result<SignedIn, TakeBackRefusal> = mayLeave

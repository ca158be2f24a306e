import { isSignedIn, signedIn, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayContribute: Policy = signedIn

/** Anyone who has told us who she is may write down an experience or an idea; staff as staff. */
export function contribute(actor: Actor): Result<SignedIn, 'consent-first'> {
  return isSignedIn(actor) && actor.roles.length > 0 ? accept(actor) : refuse('consent-first')
}

import {
  holdsIn,
  isSignedIn,
  isStaff,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { mayPrepareHere } from '../rules.ts'

export const maySign: Policy = whoever('politician')

export type PrepareRefusal = 'not-yours-to-prepare'

export function prepareAccount(
  body: Id<'body'> | null,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, PrepareRefusal> {
  if (!isSignedIn(actor) || !mayPrepareHere(body, actor)) return refuse('not-yours-to-prepare')
  return accept({ by: actor, isStaff: isStaff(actor) })
}

export type SignRefusal = 'staff-never' | 'not-in-body' | 'nothing-to-sign' | 'signed-already'

/** The account is the body's when one of its politicians has put her name under it. */
export function signAccount(
  { body, account }: { readonly body: Id<'body'> | null; readonly account: { readonly isSigned: boolean } | undefined },
  actor: Actor,
): Result<SignedIn & { readonly person: Id<'person'> }, SignRefusal> {
  if (isStaff(actor)) return refuse('staff-never')
  if (!isSignedIn(actor) || actor.person === null || body === null || !holdsIn(actor, body, 'politician'))
    return refuse('not-in-body')
  if (!account) return refuse('nothing-to-sign')
  return account.isSigned ? refuse('signed-already') : accept({ ...actor, person: actor.person })
}

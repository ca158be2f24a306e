import { isSignedIn, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayTakePosition: Policy = whoever('politician')

/** `open` is a position, too: she has not made up her mind, and says what it depends on. */
export const stances = ['for', 'against', 'open'] as const
export type Stance = (typeof stances)[number]

export type Standing = { readonly account: Id<'account'>; readonly person: Id<'person'> }
export type TakeRefusal = 'only-politicians-stand' | 'told' | 'reason-needed'

/** Where a politician stands she says herself: nobody says it for her, and never without a reason. */
export function take(
  { isTold }: { readonly isTold: boolean },
  reason: string,
  actor: Actor,
): Result<Standing, TakeRefusal> {
  if (!isSignedIn(actor) || actor.person === null || !mayTakePosition.allows(actor))
    return refuse('only-politicians-stand')
  if (isTold) return refuse('told')
  return reason === '' ? refuse('reason-needed') : accept({ account: actor.account, person: actor.person })
}

export type ChangeRefusal = TakeRefusal | 'only-her-own' | 'nothing-changed'

/** To change one's view is honest: what stood before stays, with both reasons. */
export function change(
  position: { readonly person: Id<'person'>; readonly stance: Stance; readonly isTold: boolean },
  { stance, reason }: { readonly stance: Stance; readonly reason: string },
  actor: Actor,
): Result<Standing, ChangeRefusal> {
  const stands = take(position, reason, actor)
  if (!stands.ok) return stands
  if (stands.value.person !== position.person) return refuse('only-her-own')
  return stance === position.stance ? refuse('nothing-changed') : stands
}

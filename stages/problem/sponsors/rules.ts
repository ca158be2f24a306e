import { whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSponsor } from '../rules.ts'

export const mayInvite: Policy = whoever('politician')

/** A politician who holds a seat now; who held one once acts as a resident. */
type Seated = { readonly person: Id<'person'>; readonly account: Id<'account'> }

function seated(actor: Actor): Seated | undefined {
  const { person, account } = actor
  return mayInvite.allows(actor) && person !== null && account !== null ? { person, account } : undefined
}

export type Invited = {
  readonly person: Id<'person'>
  /** Holds a seat now, and can be told. */
  readonly isSeated: boolean
  readonly hasAccount: boolean
  /** Waits for an answer to an invitation to this problem already. */
  readonly isAsked: boolean
}

export type InviteRefusal =
  | 'only-politicians'
  | 'take-it-up-first'
  | 'invites-herself'
  | 'not-seated'
  | 'no-account'
  | 'sponsors-already'
  | 'asked-already'

/** A sponsor asks a colleague of any party. The colleague is named nowhere until she herself takes the problem up. */
export function invite(
  sponsors: readonly Id<'person'>[],
  invited: Invited,
  actor: Actor,
): Result<Seated, InviteRefusal> {
  const by = seated(actor)
  if (!by) return refuse('only-politicians')
  if (!isSponsor({ sponsors }, actor)) return refuse('take-it-up-first')
  if (invited.person === by.person) return refuse('invites-herself')
  if (!invited.isSeated) return refuse('not-seated')
  if (!invited.hasAccount) return refuse('no-account')
  if (sponsors.includes(invited.person)) return refuse('sponsors-already')
  if (invited.isAsked) return refuse('asked-already')
  return accept(by)
}

export type DeclineRefusal = 'only-politicians' | 'not-asked'

export function decline(isAsked: boolean, actor: Actor): Result<Seated, DeclineRefusal> {
  const by = seated(actor)
  if (!by) return refuse('only-politicians')
  return isAsked ? accept(by) : refuse('not-asked')
}

export type AcceptRefusal = 'only-politicians' | 'not-named'

/** Whom a body named says herself that she leads it. */
export function acceptNaming(named: readonly Id<'person'>[], actor: Actor): Result<Seated, AcceptRefusal> {
  const by = seated(actor)
  if (!by) return refuse('only-politicians')
  return named.includes(by.person) ? accept(by) : refuse('not-named')
}

export type StepBackRefusal = 'only-politicians' | 'not-a-sponsor' | 'reason-needed'

/** She goes by her own act and says why; what she did in the case stays under her name. */
export function stepBack(
  sponsors: readonly Id<'person'>[],
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Result<Seated & { readonly isLast: boolean }, StepBackRefusal> {
  const by = seated(actor)
  if (!by) return refuse('only-politicians')
  if (!isSponsor({ sponsors }, actor)) return refuse('not-a-sponsor')
  if (reason === '') return refuse('reason-needed')
  return accept({ ...by, isLast: sponsors.length === 1 })
}

/** Whether those who took it up come from one party or from several (F12); who belongs to none counts as one of her own. */
export function partiesAmong(parties: readonly (string | null)[]): {
  readonly count: number
  readonly only: string | null
} {
  const named = new Set(parties.filter((party) => party !== null))
  const alone = parties.filter((party) => party === null).length
  const count = named.size + alone
  return { count, only: count === 1 ? ([...named][0] ?? null) : null }
}

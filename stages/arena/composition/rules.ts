import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { leading, leads, type ArenaState, type LeadRefusal } from '../rules.ts'

/** Politicians who lead, and the staff who prepare for them. */
export const mayPrepare: Policy = whoever('politician', 'body-chair', 'clerk', 'facilitator')

/** Clerks and facilitators write it down; what counts is what the politicians confirm. */
export function prepares(arena: ArenaState, actor: Actor): boolean {
  return leads(arena, actor) || actor.roles.some(({ name }) => name === 'clerk' || name === 'facilitator')
}

export type PrepareRefusal = 'not-yours-to-prepare' | 'no-mandate' | 'confirmed-already' | 'call-open-already'

/** From the opening of the call people rely on it. */
export function prepare(arena: ArenaState, actor: Actor): Result<SignedIn, PrepareRefusal> {
  if (!isSignedIn(actor) || !prepares(arena, actor)) return refuse('not-yours-to-prepare')
  if (!arena.isMandateAdopted) return refuse('no-mandate')
  if (arena.isConfirmed) return refuse('confirmed-already')
  if (arena.call) return refuse('call-open-already')
  return accept(actor)
}

export type SaveRuleRefusal = PrepareRefusal | 'forget-in-the-past'

export function saveRule(
  arena: ArenaState,
  { forgetOn }: { readonly forgetOn: Temporal.PlainDate },
  { actor, today }: { readonly actor: Actor; readonly today: Temporal.PlainDate },
): Result<SignedIn, SaveRuleRefusal> {
  const allowed = prepare(arena, actor)
  if (!allowed.ok) return allowed
  if (Temporal.PlainDate.compare(forgetOn, today) <= 0) return refuse('forget-in-the-past')
  return allowed
}

export type ConfirmSetUpRefusal = LeadRefusal | 'call-open-already' | 'set-up-incomplete'

/** `lacking` comes from `lackingIn`. */
export function confirmSetUp(
  arena: ArenaState,
  { lacking }: { readonly lacking: number },
  actor: Actor,
): Result<SignedIn, ConfirmSetUpRefusal> {
  const allowed = leading(arena, actor)
  if (!allowed.ok) return allowed
  if (arena.call) return refuse('call-open-already')
  if (lacking > 0) return refuse('set-up-incomplete')
  return allowed
}

import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { leads, type ArenaState } from '../rules.ts'

/** To look for people is no choice among them: the clerk may do it as well as those who choose. */
export const mayAppeal: Policy = whoever('politician', 'body-chair', 'clerk')

export function mayLookFor(arena: ArenaState, actor: Actor): boolean {
  return leads(arena, actor) || holds(actor, 'clerk')
}

export type AppealRefusal = 'not-yours-to-appeal' | 'no-call'

/** Whoever is looked for must be able to ask for a seat. */
export function writeAppeal(
  arena: ArenaState,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, AppealRefusal> {
  if (!isSignedIn(actor) || !mayLookFor(arena, actor)) return refuse('not-yours-to-appeal')
  return isOpen(arena, now) ? accept(actor) : refuse('no-call')
}

export type EndRefusal = 'not-yours-to-appeal' | 'ended-already'

export function endAppeal(
  arena: ArenaState,
  appeal: { readonly endedAt: Temporal.Instant | null },
  actor: Actor,
): Result<SignedIn, EndRefusal> {
  if (!isSignedIn(actor) || !mayLookFor(arena, actor)) return refuse('not-yours-to-appeal')
  return appeal.endedAt === null ? accept(actor) : refuse('ended-already')
}

export function isOpen({ call, isConfirmed }: ArenaState, now: Temporal.Instant): boolean {
  return call !== null && !isConfirmed && Temporal.Instant.compare(now, call.closesAt) < 0
}

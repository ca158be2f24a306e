import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { leads, type ArenaState } from '../rules.ts'

/** Which table fits a case is for its leaders or the clerk to say: the numbers stay those of their source. */
export const mayChooseTable: Policy = whoever('politician', 'body-chair', 'clerk', 'administrator')

/** Sums of those who asked for a seat are for those who choose, and for staff who prepare. */
export function maySeeApplicants(arena: ArenaState, actor: Actor): boolean {
  return leads(arena, actor) || holds(actor, 'clerk', 'facilitator')
}

export function mayChoose(arena: ArenaState, actor: Actor): boolean {
  return leads(arena, actor) || holds(actor, 'clerk', 'administrator')
}

export type ChooseRefusal = 'not-yours-to-choose' | 'no-such-table'

export function choosePopulation(
  arena: ArenaState,
  { isThere }: { readonly isThere: boolean },
  actor: Actor,
): Result<SignedIn, ChooseRefusal> {
  if (!isSignedIn(actor) || !mayChoose(arena, actor)) return refuse('not-yours-to-choose')
  return isThere ? accept(actor) : refuse('no-such-table')
}

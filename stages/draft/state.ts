import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { isConfirmed } from '../arena/index.ts'
import { write, type DraftState } from './rules.ts'
import { isFrozen } from './store.ts'

/** What the rules have to know of a case's draft, for commands and pages. */
export async function draftState(read: Read, problem: Id<'problem'>): Promise<DraftState> {
  const [frozen, confirmed] = await Promise.all([isFrozen(read, problem), isConfirmed(read, problem)])
  return { problem, isFrozen: frozen, isGroupConfirmed: confirmed }
}

/** Whether this reader may write in the text now, for pages that lead to it. */
export async function mayWriteHere(read: Read, problem: Id<'problem'>, actor: Actor): Promise<boolean> {
  return write(await draftState(read, problem), actor).ok
}

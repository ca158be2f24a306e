import { isSignedIn, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayWriteNote: Policy = whoever('politician')

export type NoteRefusal = 'only-politicians-note'

export function writeNote(
  actor: Actor,
): Result<{ readonly account: Id<'account'>; readonly person: Id<'person'> }, NoteRefusal> {
  if (!isSignedIn(actor) || actor.person === null || !mayWriteNote.allows(actor)) return refuse('only-politicians-note')
  return accept({ account: actor.account, person: actor.person })
}

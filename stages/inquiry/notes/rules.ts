import { isSignedIn, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayWriteNote: Policy = whoever('politician')

export type NoteRefusal = 'only-politicians-note' | 'not-there' | 'not-asked' | 'say-which-talk'

/** What a note came from: a meeting she was at, a question she was asked, or a talk, a visit or a letter in her words. */
export type NoteSource =
  | { readonly kind: 'meeting'; readonly wasThere: boolean }
  | { readonly kind: 'encounter'; readonly wasHers: boolean }
  | { readonly kind: 'question'; readonly wasAsked: boolean }
  | { readonly kind: 'talk'; readonly words: string }

export function writeNote(
  from: NoteSource,
  actor: Actor,
): Result<{ readonly account: Id<'account'>; readonly person: Id<'person'> }, NoteRefusal> {
  if (!isSignedIn(actor) || actor.person === null || !mayWriteNote.allows(actor)) return refuse('only-politicians-note')
  if (from.kind === 'meeting' && !from.wasThere) return refuse('not-there')
  if (from.kind === 'encounter' && !from.wasHers) return refuse('not-there')
  if (from.kind === 'question' && !from.wasAsked) return refuse('not-asked')
  if (from.kind === 'talk' && from.words === '') return refuse('say-which-talk')
  return accept({ account: actor.account, person: actor.person })
}

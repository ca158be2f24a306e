import { holds, isSignedIn, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayWriteNote: Policy = whoever('politician', 'delegate')

/** On whose behalf somebody writes who prepares for a politician, and whether that holds now. */
export type Behalf = { readonly person: Id<'person'>; readonly holds: boolean; readonly isStaff: boolean }

/** Who wrote a note, whose it is, and as what the one is shown who wrote it for another. */
export type Writer = {
  readonly account: Id<'account'>
  readonly person: Id<'person'>
  readonly onBehalf: 'staff' | 'other' | null
}

export type NoteRefusal = 'only-politicians-note' | 'not-prepared-by-you' | 'not-there' | 'not-asked' | 'say-which-talk'

/** What a note came from: a meeting she was at, a question she was asked, or a talk, a visit or a letter in her words. */
export type NoteSource =
  | { readonly kind: 'meeting'; readonly wasThere: boolean }
  | { readonly kind: 'encounter'; readonly wasHers: boolean }
  | { readonly kind: 'question'; readonly wasAsked: boolean }
  | { readonly kind: 'talk'; readonly words: string }

export function writeNote(from: NoteSource, actor: Actor, behalf: Behalf | null = null): Result<Writer, NoteRefusal> {
  const writer = writerOf(actor, behalf)
  if (!writer.ok) return writer
  if (from.kind === 'meeting' && !from.wasThere) return refuse('not-there')
  if (from.kind === 'encounter' && !from.wasHers) return refuse('not-there')
  if (from.kind === 'question' && !from.wasAsked) return refuse('not-asked')
  if (from.kind === 'talk' && from.words === '') return refuse('say-which-talk')
  return writer
}

/** She herself, or who prepares for her at this moment. */
function writerOf(actor: Actor, behalf: Behalf | null): Result<Writer, NoteRefusal> {
  if (!isSignedIn(actor)) return refuse('only-politicians-note')
  const { account, person } = actor
  if (behalf)
    return behalf.holds
      ? accept({ account, person: behalf.person, onBehalf: behalf.isStaff ? 'staff' : 'other' })
      : refuse('not-prepared-by-you')
  return person !== null && holds(actor, 'politician')
    ? accept({ account, person, onBehalf: null })
    : refuse('only-politicians-note')
}

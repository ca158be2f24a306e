import { isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { recordsVotesOf } from '../../../platform/directory/votes/rules.ts'

/** What a record of a vote says of itself here. */
export type MinutedVote = {
  readonly body: Id<'body'>
  /** Told from a source: its minutes are where the source says. */
  readonly isTold: boolean
}

export type MinutesRefusal = 'not-yours-to-record' | 'told-elsewhere' | 'minutes-missing' | 'words-missing'

/** Whoever writes the record of a vote brings its minutes, before or after the chair confirmed it: they change no count. */
export function mayAddHere(vote: MinutedVote, actor: Actor): Result<SignedIn, MinutesRefusal> {
  if (vote.isTold) return refuse('told-elsewhere')
  return recordsVotesOf(vote.body, actor) && actor.account !== null
    ? accept({ ...actor, account: actor.account })
    : refuse('not-yours-to-record')
}

export type Minutes = { readonly hasFile: boolean; readonly text: string }

/** A document that can be opened, and what it says of the decision in words: not everybody can read a PDF. */
export function addMinutes(
  vote: MinutedVote,
  { hasFile, text }: Minutes,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, MinutesRefusal> {
  const may = mayAddHere(vote, actor)
  if (!may.ok) return may
  if (!hasFile) return refuse('minutes-missing')
  return text.trim() === '' ? refuse('words-missing') : accept({ by: may.value, isStaff: isStaff(actor) })
}

import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { contribute, speaksAs, type Head, type SpeaksAs } from '../ideas/rules.ts'
import { write, type DraftState, type WriteRefusal } from '../rules.ts'

export type RemarkRefusal =
  | 'consent-first'
  | 'handed-over'
  | 'group-not-confirmed'
  | 'no-such-remark'
  | 'reply-to-reply'

/** Whoever has told us who she is may say something in the margin, while the text moves. There is no reply to a reply. */
export function remark(
  { problem, isFrozen, isGroupConfirmed }: DraftState,
  replied: Head | 'missing' | null,
  actor: Actor,
): Result<{ readonly who: SignedIn; readonly as: SpeaksAs }, RemarkRefusal> {
  const who = contribute(actor)
  if (!who.ok) return who
  if (!isGroupConfirmed) return refuse('group-not-confirmed')
  if (isFrozen) return refuse('handed-over')
  if (replied === 'missing') return refuse('no-such-remark')
  if (replied !== null && replied.head !== replied.number) return refuse('reply-to-reply')
  return accept({ who: who.value, as: speaksAs(problem, actor) })
}

export type ResolveRefusal = WriteRefusal | 'no-such-remark' | 'already-resolved'

/** Those who write the text say when a comment is settled. */
export function resolveRemark(
  state: DraftState,
  found: (Head & { readonly isResolved: boolean }) | undefined,
  actor: Actor,
): Result<SignedIn, ResolveRefusal> {
  const writes = write(state, actor)
  if (!writes.ok) return writes
  if (!found || found.head !== found.number) return refuse('no-such-remark')
  return found.isResolved ? refuse('already-resolved') : accept(writes.value.who)
}

/** What follows the address of a clause, so that it shows this page of comments. */
export function remarksPageText(page: number): string {
  return page === 1 ? '' : `?remarks=${page}`
}

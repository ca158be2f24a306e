import { holds, holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { prepares } from '../rules.ts'

export const mayList: Policy = whoever('clerk', 'administrator')

/** The place keeps a list of the grounds on which its law lets a meeting be closed. */
export function listGround(
  { words, listed }: { readonly words: string; readonly listed: readonly string[] },
  actor: Actor,
): Result<SignedIn, 'not-yours-to-list' | 'listed-already'> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'administrator')) return refuse('not-yours-to-list')
  return listed.includes(words) ? refuse('listed-already') : accept(actor)
}

export type Closing = { readonly isOpen: boolean; readonly ground: string; readonly words: string }

/** Public by default. A closed meeting names its ground, from the list where the place keeps one, and says why it applies. */
export function close(
  { isOpen, ground, words }: Closing,
  listed: readonly string[],
): Result<null, 'ground-needed' | 'ground-not-listed' | 'why-needed'> {
  if (isOpen) return accept(null)
  if (ground === '') return refuse('ground-needed')
  if (listed.length === 0) return accept(null)
  if (!listed.includes(ground)) return refuse('ground-not-listed')
  return words === '' ? refuse('why-needed') : accept(null)
}

/** Who reads what was said: everybody, or, where a meeting is closed, those who were called to it and who prepare it. */
export function mayReadInside(
  problem: Id<'problem'>,
  meeting: { readonly isOpen: boolean | null; readonly source: string | null },
  { actor, standsIn }: { readonly actor: Actor; readonly standsIn: boolean },
): boolean {
  if (meeting.isOpen !== false || meeting.source !== null) return true
  return standsIn || prepares(actor, problem) || holdsIn(actor, problem, 'member')
}

export type Stated = { readonly title: string; readonly decision: string }

/** What the public reads of a closed meeting's decisions: all of them, or, where they are closed too, how many there are. */
export function publicDecisions(
  items: readonly Stated[],
  { decisionsClosed }: { readonly decisionsClosed: boolean },
): { readonly decisions: readonly string[]; readonly closed: number } {
  const decisions = items.flatMap(({ decision }) => (decision === '' ? [] : [decision]))
  return decisionsClosed ? { decisions: [], closed: decisions.length } : { decisions, closed: 0 }
}

import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DraftState } from '../rules.ts'

export type SignRefusal =
  | 'members-only'
  | 'handed-over'
  | 'no-text'
  | 'other-stand'
  | 'changed-meanwhile'
  | 'not-signed'

export type Signing = {
  readonly act: 'sign' | 'withdraw'
  /** The words she had before her, and those that stand; 0 for none. */
  readonly seen: number
  readonly current: number
  readonly ownStand: 'agree' | 'disagree' | undefined
  readonly hasSigned: boolean
}

/** Each signs herself, and only words of a stand she shares (R26). A name is taken back by whoever gave it. */
export function signMinorityText(
  { problem, isFrozen }: Pick<DraftState, 'problem' | 'isFrozen'>,
  { act, seen, current, ownStand, hasSigned }: Signing,
  actor: Actor,
): Result<SignedIn, SignRefusal> {
  if (!isSignedIn(actor) || isStaff(actor) || !holdsIn(actor, problem, 'member')) return refuse('members-only')
  if (isFrozen) return refuse('handed-over')
  if (act === 'withdraw') return hasSigned ? accept(actor) : refuse('not-signed')
  if (current === 0) return refuse('no-text')
  if (seen !== current) return refuse('changed-meanwhile')
  return ownStand === 'disagree' ? accept(actor) : refuse('other-stand')
}

import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DraftState } from '../rules.ts'

export const amendmentKinds = ['replace', 'drop', 'add'] as const
export type AmendmentKind = (typeof amendmentKinds)[number]

export type AmendmentState = 'open' | 'accepted' | 'declined' | 'withdrawn'

/** As what somebody proposes a change. Staff do not: they may help to write, and that is seen (R17). */
export type ProposesAs = 'politician' | 'citizen' | 'resident'

/** What the mandate says of changes to the text. */
export type Deciding = {
  readonly deciders: 'chair' | 'another-member' | 'majority'
  readonly proposerDecides: boolean
  readonly residentsAmend: boolean
}

export type ProposeRefusal =
  | 'handed-over'
  | 'group-not-confirmed'
  | 'staff-never-amend'
  | 'members-amend'
  | 'consent-first'
  | 'changed-meanwhile'
  | 'words-needed'
  | 'nothing-changed'

export type Proposal = {
  readonly kind: AmendmentKind
  /** The clause as she had it before her, and as it stands now. */
  readonly base: string
  readonly current: string
  readonly words: string
}

export type Proposer = { readonly who: SignedIn; readonly as: ProposesAs }

/** Members propose changes as equals; residents where the mandate lets them (R25). */
export function proposeAmendment(
  { problem, isFrozen, isGroupConfirmed }: DraftState,
  { residentsAmend }: Pick<Deciding, 'residentsAmend'>,
  { kind, base, current, words }: Proposal,
  actor: Actor,
): Result<Proposer, ProposeRefusal> {
  if (!isSignedIn(actor)) return refuse('members-amend')
  if (isStaff(actor)) return refuse('staff-never-amend')
  const isMember = holdsIn(actor, problem, 'member')
  if (!isMember && !residentsAmend) return refuse('members-amend')
  if (!isMember && actor.roles.length === 0) return refuse('consent-first')
  if (!isGroupConfirmed) return refuse('group-not-confirmed')
  if (isFrozen) return refuse('handed-over')
  if (base !== current) return refuse('changed-meanwhile')
  if (kind !== 'drop' && words === '') return refuse('words-needed')
  if (kind === 'replace' && words === current) return refuse('nothing-changed')
  return accept({ who: actor, as: isMember ? (actor.person === null ? 'citizen' : 'politician') : 'resident' })
}

export type Standing = { readonly state: AmendmentState; readonly proposedBy: Id<'account'> }

export type DecideRefusal =
  | 'handed-over'
  | 'staff-never-decide'
  | 'members-decide'
  | 'only-chair'
  | 'own-amendment'
  | 'already-settled'

/**
 * Whom the mandate lets decide. Where the chair decides and it is her own change, another member does: else nobody could, and
 * nobody judges her own words.
 */
export function decideAmendment(
  { problem, isFrozen }: Pick<DraftState, 'problem' | 'isFrozen'>,
  { deciders, proposerDecides }: Pick<Deciding, 'deciders' | 'proposerDecides'>,
  { state, proposedBy, proposedByChair }: Standing & { readonly proposedByChair: boolean },
  actor: Actor,
): Result<SignedIn, DecideRefusal> {
  if (isStaff(actor)) return refuse('staff-never-decide')
  if (!isSignedIn(actor) || !holdsIn(actor, problem, 'member')) return refuse('members-decide')
  if (isFrozen) return refuse('handed-over')
  if (state !== 'open') return refuse('already-settled')
  if (proposedBy === actor.account && !proposerDecides) return refuse('own-amendment')
  const isForChair = deciders === 'chair' && !(proposedByChair && !proposerDecides)
  return isForChair && !holdsIn(actor, problem, 'arena-chair') ? refuse('only-chair') : accept(actor)
}

export type Choice = 'accept' | 'decline'

/** Of the voices of members: settled when more than half of all of them say the same; while not, null. */
export function outcomeOf({
  accept: wanting,
  decline,
  members,
}: Readonly<Record<Choice | 'members', number>>): Choice | null {
  if (wanting * 2 > members) return 'accept'
  // Half of them against: there can be no majority for it any more.
  return decline * 2 >= members && members > 0 ? 'decline' : null
}

export type WithdrawRefusal = 'handed-over' | 'not-yours' | 'already-settled'

export function withdrawAmendment(
  { isFrozen }: Pick<DraftState, 'isFrozen'>,
  { state, proposedBy }: Standing,
  actor: Actor,
): Result<SignedIn, WithdrawRefusal> {
  if (!isSignedIn(actor) || actor.account !== proposedBy) return refuse('not-yours')
  if (isFrozen) return refuse('handed-over')
  return state === 'open' ? accept(actor) : refuse('already-settled')
}

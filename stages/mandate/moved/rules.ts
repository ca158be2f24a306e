import { holds, holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import {
  confirmRecord,
  countVotes,
  recordsVotesOf,
  type ConfirmRefusal,
  type CountRefusal,
  type VoteCounts,
} from '../../../platform/directory/votes/rules.ts'

/** Business a group can be given for a time. */
export const movableKinds = ['policy', 'plan', 'theme'] as const
export type MovableKind = (typeof movableKinds)[number]

/** What a standing committee keeps whatever is decided (R19): it answers for the administration, and for each person's case. */
export const stayingKinds = ['control', 'single-cases'] as const

export const businessKinds = [...movableKinds, ...stayingKinds] as const
export type BusinessKind = (typeof businessKinds)[number]

export function isMovable(kind: BusinessKind): kind is MovableKind {
  return movableKinds.some((one) => one === kind)
}

export const mayGiveBack: Policy = whoever('clerk', 'body-chair')

export type Move = {
  readonly kind: BusinessKind
  readonly body: Id<'body'>
  readonly endsOn: Temporal.PlainDate
}

/** What a rule has to know before a move is recorded. */
export type MoveState = {
  /** When the mandate of the group was adopted; null where it has none. */
  readonly adoptedOn: Temporal.PlainDate | null
  /** The committee it comes from, and the bodies above it: they alone give it away. */
  readonly deciding: readonly Id<'body'>[]
  readonly today: Temporal.PlainDate
  readonly members: number
  readonly isKnown: boolean
}

export type MoveRefusal =
  | 'not-yours-to-record'
  | 'no-mandate'
  | 'stays-where-it-is'
  | 'not-its-business'
  | 'before-the-mandate'
  | 'ends-too-soon'
  | CountRefusal

/** A clerk or a member writes down what the body resolved, with the mandate or after it. It counts when the chair has confirmed it. */
export function draftMove(
  state: MoveState,
  { move, vote }: { readonly move: Move; readonly vote: VoteCounts },
  actor: Actor,
): Result<SignedIn, MoveRefusal> {
  if (!isSignedIn(actor) || !recordsVotesOf(move.body, actor)) return refuse('not-yours-to-record')
  if (state.adoptedOn === null) return refuse('no-mandate')
  if (!isMovable(move.kind)) return refuse('stays-where-it-is')
  if (!state.deciding.includes(move.body)) return refuse('not-its-business')
  if (Temporal.PlainDate.compare(vote.decidedOn, state.adoptedOn) < 0) return refuse('before-the-mandate')
  if (Temporal.PlainDate.compare(move.endsOn, vote.decidedOn) <= 0) return refuse('ends-too-soon')
  const counted = countVotes(state, vote)
  return counted.ok ? accept(actor) : counted
}

export type MovedState = {
  readonly body: Id<'body'>
  readonly from: Id<'body'>
  readonly draftedBy: Id<'account'> | null
  readonly isConfirmed: boolean
  readonly isCarried: boolean
  readonly endsOn: Temporal.PlainDate
  readonly returnedOn: Temporal.PlainDate | null
}

export function confirmMove(moved: MovedState, actor: Actor): Result<SignedIn, ConfirmRefusal | 'nothing-to-confirm'> {
  return moved.isConfirmed ? refuse('nothing-to-confirm') : confirmRecord(moved, actor)
}

/** Where a piece of business is on a day. What nobody brought back earlier goes back by itself when its time is over. */
export type Whereabouts = 'waits' | 'refused' | 'moved' | 'back'

export function whereIs(moved: MovedState, today: Temporal.PlainDate): Whereabouts {
  if (!moved.isConfirmed) return 'waits'
  if (!moved.isCarried) return 'refused'
  return Temporal.PlainDate.compare(today, backOn(moved)) >= 0 ? 'back' : 'moved'
}

/** The first day on which the committee has it again. */
export function backOn({ endsOn, returnedOn }: Pick<MovedState, 'endsOn' | 'returnedOn'>): Temporal.PlainDate {
  return returnedOn ?? endsOn.add({ days: 1 })
}

export type BackRefusal = 'not-yours-to-bring-back' | 'not-moved' | 'reason-needed'

/** Earlier than was decided: written down by a clerk, or by the chair of the committee or of the body that gave it away. */
export function giveBack(
  moved: MovedState,
  { words, today }: { readonly words: string; readonly today: Temporal.PlainDate },
  actor: Actor,
): Result<SignedIn, BackRefusal> {
  const isChair = holdsIn(actor, moved.body, 'body-chair') || holdsIn(actor, moved.from, 'body-chair')
  if (!isSignedIn(actor) || (!holds(actor, 'clerk') && !isChair)) return refuse('not-yours-to-bring-back')
  if (whereIs(moved, today) !== 'moved') return refuse('not-moved')
  return words === '' ? refuse('reason-needed') : accept(actor)
}

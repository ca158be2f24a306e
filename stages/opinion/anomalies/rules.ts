import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isOpen, type Acting, type ConsultationState } from '../rules.ts'

/** Those who keep the vote in order. Who administers the program has no word in it, nor has who stands for election. */
export const mayVoid: Policy = whoever('clerk', 'facilitator')

export type VoidingState = 'asked' | 'voided' | 'refused'

type Refusal = 'only-stewards' | 'no-such-anomaly' | 'closed'

export type AskRefusal = Refusal | 'reason-needed' | 'asked-already'

export type Asked = {
  readonly isThere: boolean
  /** What came of it, where it was asked before. */
  readonly state: VoidingState | undefined
  readonly reason: string
}

/** Before the close alone: what is published after it would tell by the difference how few people voted. */
export function ask(
  consultation: ConsultationState,
  { isThere, state, reason }: Asked,
  { actor, now }: Acting,
): Result<SignedIn, AskRefusal> {
  const steward = stewardIn(actor)
  if (!steward) return refuse('only-stewards')
  if (!isThere) return refuse('no-such-anomaly')
  if (!isOpen(consultation, now)) return refuse('closed')
  if (state !== undefined) return refuse('asked-already')
  return reason.trim() === '' ? refuse('reason-needed') : accept(steward)
}

export type DecideRefusal = Refusal | 'second-person' | 'decided-already' | 'why-needed'

/** `why`: why it is refused; null where the votes are set aside. */
export function decide(
  consultation: ConsultationState,
  asked: { readonly state: VoidingState; readonly askedBy: Id<'account'>; readonly why: string | null } | undefined,
  { actor, now }: Acting,
): Result<SignedIn, DecideRefusal> {
  const steward = stewardIn(actor)
  if (!steward) return refuse('only-stewards')
  if (!asked) return refuse('no-such-anomaly')
  if (asked.askedBy === steward.account) return refuse('second-person')
  if (asked.state !== 'asked') return refuse('decided-already')
  if (asked.why === null && !isOpen(consultation, now)) return refuse('closed')
  return asked.why !== null && asked.why.trim() === '' ? refuse('why-needed') : accept(steward)
}

function stewardIn(actor: Actor): SignedIn | undefined {
  return isSignedIn(actor) && holds(actor, 'clerk', 'facilitator') ? actor : undefined
}

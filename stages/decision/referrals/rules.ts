import { holdsIn, isSignedIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSameWords } from '../answers/rules.ts'
import { mayAnswer, type Signer } from '../rules.ts'

export const mayAnswerReferral = mayAnswer

export const referralAnswers = ['accept', 'accept-amended', 'reject'] as const
export type ReferralAnswer = (typeof referralAnswers)[number]
/** Where it stands with the body it was passed on to. */
export type InState = 'waits' | ReferralAnswer | 'withdrawn'
/** Where it stands for the body that passes it on. */
export type OutState = 'named' | 'sent' | InState

export function isAnsweredBack(state: OutState): state is ReferralAnswer {
  return (referralAnswers as readonly string[]).includes(state)
}

/** The number in an address; 0, which no referral has, for what is none. */
export function numberIn(typed: string): number {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0
}

/** A body that can be named: of this place or of another one of the installation. */
export type Target = {
  readonly body: Id<'body'>
  readonly place: Id<'jurisdiction'>
  /** With its place, where that is another. */
  readonly name: string
}

export type NameRefusal = 'no-such-body' | 'own-body' | 'refer-to-one'
type Naming = {
  readonly own: Id<'body'> | null
  readonly targets: readonly Target[]
  /** As the form brings it; '' for none. */
  readonly body: string
  /** Somebody outside, in words. */
  readonly outside: string
}

/** The body she names, if any; whoever is outside the installation is named in words alone. */
export function nameTarget({ own, targets, body, outside }: Naming): Result<Target | null, NameRefusal> {
  if (body === '') return accept(null)
  if (body === own) return refuse('own-body')
  const target = targets.find((one) => one.body === body)
  if (!target) return refuse('no-such-body')
  return outside.trim() === '' ? accept(target) : refuse('refer-to-one')
}

/**
 * Where a referral goes once the body that passes it on has voted: what it carried is sent, what stood before is withdrawn. A lost
 * vote withdraws nothing but its own version. What is answered stays.
 */
export function afterVote(
  referral: { readonly state: OutState; readonly version: number },
  vote: { readonly version: number; readonly isCarried: boolean },
): 'sent' | 'withdrawn' | undefined {
  const { state, version } = referral
  if (isAnsweredBack(state) || state === 'withdrawn') return undefined
  if (version === vote.version) {
    if (vote.isCarried) return state === 'named' ? 'sent' : undefined
    return state === 'named' ? undefined : 'withdrawn'
  }
  return vote.isCarried && version < vote.version ? 'withdrawn' : undefined
}

export type ReferralState = {
  readonly state: InState
  readonly body: Id<'body'>
  /** The recommendation as it came. */
  readonly text: string
  readonly isHidden: boolean
}

export type ReferralWords = {
  readonly kind: ReferralAnswer
  readonly reason: string
  readonly amendedText: string
}

export type MayAnswerRefusal = 'staff-never-answer' | 'not-in-body' | 'answered-already' | 'withdrawn-already'
export type ReferralRefusal =
  | MayAnswerRefusal
  | 'hidden'
  | 'reason-needed'
  | 'amended-text-needed'
  | 'amended-text-same'

/** Who and when, before any words: one who sits in the body today, once. */
export function mayAnswerHere(
  { state, body }: Pick<ReferralState, 'state' | 'body'>,
  actor: Actor,
): Result<Signer, MayAnswerRefusal> {
  if (isStaff(actor)) return refuse('staff-never-answer')
  const { person } = actor
  if (!isSignedIn(actor) || person === null || !holdsIn(actor, body, 'politician')) return refuse('not-in-body')
  if (state === 'withdrawn') return refuse('withdrawn-already')
  return state === 'waits' ? accept({ ...actor, person }) : refuse('answered-already')
}

/** Words an answer does not need are not kept; what is hidden can only be rejected. */
export function answerReferral(
  state: ReferralState,
  { kind, reason, amendedText }: ReferralWords,
  actor: Actor,
): Result<{ readonly by: Signer; readonly words: ReferralWords }, ReferralRefusal> {
  const signer = mayAnswerHere(state, actor)
  if (!signer.ok) return signer
  if (state.isHidden && kind !== 'reject') return refuse('hidden')
  if (reason.trim() === '') return refuse('reason-needed')
  if (kind !== 'accept-amended') return accept({ by: signer.value, words: { kind, reason, amendedText: '' } })
  if (amendedText.trim() === '') return refuse('amended-text-needed')
  if (isSameWords(amendedText, state.text)) return refuse('amended-text-same')
  return accept({ by: signer.value, words: { kind, reason, amendedText } })
}

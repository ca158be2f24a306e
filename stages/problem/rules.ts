import { isSignedIn, isStaff, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** A point rounded to a thousandth of a degree, about 100 metres: a place of the town, never a door of a house. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** `55.676, 12.568`, also with decimal commas; nothing typed is no point. */
export function pointOf(typed: string): Result<Point | null, 'not-a-point'> {
  if (typed.trim() === '') return accept(null)
  const numbers = /^(-?\d{1,2}(?:[.,]\d+)?)(?:\s*[;,]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)$/.exec(typed.trim())
  const [latitude, longitude] = [numbers?.[1], numbers?.[2]].map((text) => rounded(Number(text?.replace(',', '.'))))
  if (latitude === undefined || longitude === undefined) return refuse('not-a-point')
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isOnEarth ? accept({ latitude, longitude }) : refuse('not-a-point')
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000 + 0 // never -0
}

export const mayRaise: Policy = whoever('resident', 'organisation', 'member', 'politician')
export const maySponsor: Policy = whoever('politician')

/** What a rule has to know of a problem. */
export type ProblemState = {
  readonly id: Id<'problem'>
  readonly raisedBy: Id<'account'> | null
  /** Politicians who have taken it up. */
  readonly sponsors: readonly Id<'person'>[]
  /** The problem it goes on in. */
  readonly mergedInto?: Id<'problem'> | null
}

/** Who else has a say in how the problem is put. */
export type AnswerState = ProblemState & {
  /** Those of the sponsors who hold a seat now. */
  readonly sitting: readonly Id<'person'>[]
  /** A body has adopted a mandate on it, or must answer it. */
  readonly isBodysBusiness: boolean
  /** Somebody else than its raiser supports it. */
  readonly hasOthersBehind: boolean
}

/** Other words for the same problem, or another problem behind it. */
export const framingKinds = ['words', 'another-problem'] as const
export type FramingKind = (typeof framingKinds)[number]

export type FramingState = {
  readonly kind: FramingKind
  readonly state: 'current' | 'proposed' | 'declined' | 'earlier'
}

export type RaiseRefusal = 'staff-never-raise' | 'consent-first'

/** Public employees prepare; the voice that raises a problem is a resident's or a politician's. */
export function raise(actor: Actor): Result<SignedIn, RaiseRefusal> {
  if (isStaff(actor)) return refuse('staff-never-raise')
  if (!isSignedIn(actor) || !mayRaise.allows(actor)) return refuse('consent-first')
  return accept(actor)
}

/** Who may write down what somebody told by phone, on paper or at the desk. */
export const mayWriteDown: Policy = whoever('clerk', 'facilitator')

/** Raising and writing down begin alike: with what is known already. */
export const mayLookNear: Policy = whoever('resident', 'organisation', 'member', 'politician', 'clerk', 'facilitator')

/** Staff write down what they were told; the problem is then nobody's account's, and never their own. */
export function writeDown(actor: Actor): Result<SignedIn, 'only-staff-write-down'> {
  if (!isSignedIn(actor) || !isStaff(actor) || !mayWriteDown.allows(actor)) return refuse('only-staff-write-down')
  return accept(actor)
}

export type SponsorRefusal = 'only-politicians' | 'already-sponsor' | 'goes-on-elsewhere'

export function sponsor(
  problem: ProblemState,
  actor: Actor,
): Result<{ readonly person: Id<'person'>; readonly account: Id<'account'> }, SponsorRefusal> {
  if (!maySponsor.allows(actor) || actor.person === null || actor.account === null) return refuse('only-politicians')
  if (problem.mergedInto) return refuse('goes-on-elsewhere')
  if (problem.sponsors.includes(actor.person)) return refuse('already-sponsor')
  return accept({ person: actor.person, account: actor.account })
}

export type Sponsor = SignedIn & { readonly person: Id<'person'> }

/** She has taken it up and holds a seat now: who held one once leads no more. */
export function asSponsor({ sponsors }: Pick<ProblemState, 'sponsors'>, actor: Actor): Sponsor | undefined {
  const { person } = actor
  const isOne = isSignedIn(actor) && person !== null && maySponsor.allows(actor) && sponsors.includes(person)
  return isOne ? { ...actor, person } : undefined
}

export function isSponsor(problem: Pick<ProblemState, 'sponsors'>, actor: Actor): boolean {
  return asSponsor(problem, actor) !== undefined
}

export type AnswerFramingRefusal = 'not-yours-to-answer' | 'already-answered' | 'others-support-it' | 'reason-needed'

/**
 * A sponsor answers, as the politician she is now and not for the body. While nobody who holds a seat has taken the problem up
 * it is still its raiser's, until a body has it before it.
 */
export function answerFraming(
  problem: AnswerState,
  framing: FramingState,
  { actor, reason, isAccepted }: { readonly actor: Actor; readonly reason: string; readonly isAccepted: boolean },
): Result<SignedIn & { readonly as: 'raiser' | 'sponsor' }, AnswerFramingRefusal> {
  const as = answersAs(problem, actor)
  if (!isSignedIn(actor) || as === null) return refuse('not-yours-to-answer')
  if (framing.state !== 'proposed') return refuse('already-answered')
  if (isAccepted && !mayAccept(problem, framing.kind, as)) return refuse('others-support-it')
  if (reason === '') return refuse('reason-needed')
  return accept({ ...actor, as })
}

/**
 * Who supports a question supports no other one: once others do, its raiser alone puts no other problem in its place. She may
 * still say the same better, and everybody who supports it is told.
 */
export function mayAccept(
  { hasOthersBehind }: Pick<AnswerState, 'hasOthersBehind'>,
  kind: FramingKind,
  as: 'raiser' | 'sponsor',
): boolean {
  return as === 'sponsor' || kind === 'words' || !hasOthersBehind
}

/** As what she may answer; null for who may not. */
export function answersAs(problem: AnswerState, actor: Actor): 'raiser' | 'sponsor' | null {
  if (isSponsor(problem, actor)) return 'sponsor'
  const isHers = actor.account !== null && actor.account === problem.raisedBy
  return isHers && problem.sitting.length === 0 && !problem.isBodysBusiness ? 'raiser' : null
}

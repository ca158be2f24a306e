import {
  holds,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { LeastAssurance, OpenTo, Rung } from '../agenda/rules.ts'

/** The finer rule says why not: whoever is signed in is told a reason, not a closed door. */
export const maySupport: Policy = signedIn
export const mayEnterSignatures: Policy = whoever('clerk')

export type Channel = 'online' | 'paper' | 'phone'

/** What a rule has to know of the problem: the rule it was raised under, and whether supports still count. */
export type SupportState = {
  readonly isTold: boolean
  /** It goes on in another problem: there supports count. */
  readonly isMerged: boolean
  /** A moderator has hidden it, or the words it is put in: nobody can read what she would support. */
  readonly isHidden: boolean
  readonly rule: { readonly openTo: OpenTo; readonly leastAssurance: LeastAssurance } | null
  readonly closesAt: Temporal.Instant | null
  readonly isLapsed: boolean
  /** The body has answered for good or adopted a mandate. */
  readonly isSettled: boolean
}

/** Who supports: what her account says of her tie to the place. */
export type Supporter = { readonly isTied: boolean; readonly hasSupported: boolean }

export type ClosedRefusal = 'told' | 'merged' | 'no-rule' | 'lapsed' | 'settled' | 'window-over'

/** Whether supports count at all now; `now` is asked under the lock that the count takes too. */
export function isOpen(state: SupportState, now: Temporal.Instant): Result<null, ClosedRefusal> {
  if (state.isTold) return refuse('told')
  if (state.isMerged) return refuse('merged')
  if (state.rule === null) return refuse('no-rule')
  if (state.isLapsed) return refuse('lapsed')
  if (state.isSettled) return refuse('settled')
  if (state.closesAt !== null && Temporal.Instant.compare(now, state.closesAt) > 0) return refuse('window-over')
  return accept(null)
}

export type SupportRefusal =
  | ClosedRefusal
  | 'staff-never-support'
  | 'politicians-take-up'
  | 'organisations-are-not-counted'
  | 'say-who-you-are'
  | 'tied-only'
  | 'assurance-too-low'
  | 'already-supported'
  | 'hidden'

/** One resident, one support. Public employees, politicians and organisations have other ways and are not counted. */
export function support(
  state: SupportState,
  supporter: Supporter,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, SupportRefusal> {
  const who = supporterOf(state, supporter, actor)
  if (!who.ok) return who
  const open = isOpen(state, now)
  if (!open.ok) return open
  if (state.isHidden) return refuse('hidden')
  return supporter.hasSupported ? refuse('already-supported') : who
}

function supporterOf({ rule }: SupportState, { isTied }: Supporter, actor: Actor): Result<SignedIn, SupportRefusal> {
  if (isStaff(actor)) return refuse('staff-never-support')
  if (holds(actor, 'politician')) return refuse('politicians-take-up')
  if (holds(actor, 'organisation')) return refuse('organisations-are-not-counted')
  if (!isSignedIn(actor) || !holds(actor, 'resident')) return refuse('say-who-you-are')
  if (rule?.openTo === 'tied' && !isTied) return refuse('tied-only')
  if (rule && levels.indexOf(actor.assurance) < levels.indexOf(rule.leastAssurance)) return refuse('assurance-too-low')
  return accept(actor)
}

const levels: readonly Actor['assurance'][] = ['none', 'low', 'substantial', 'high']

export type TakeBackRefusal = ClosedRefusal | 'not-supported'

/** While the window is open; what was reached by then stays reached. */
export function takeBack(
  state: SupportState,
  supporter: Supporter,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, TakeBackRefusal> {
  if (!isSignedIn(actor) || !supporter.hasSupported) return refuse('not-supported')
  const open = isOpen(state, now)
  return open.ok ? accept(actor) : open
}

export type EnterRefusal = ClosedRefusal | 'only-clerks' | 'hidden'

export function enterSignatures(
  state: SupportState,
  actor: Actor,
  now: Temporal.Instant,
): Result<SignedIn, EnterRefusal> {
  if (!isSignedIn(actor) || !mayEnterSignatures.allows(actor)) return refuse('only-clerks')
  const open = isOpen(state, now)
  if (!open.ok) return open
  return state.isHidden ? refuse('hidden') : accept(actor)
}

export type ReachedRung = Rung & { readonly number: number }

/** The rungs that so many supports reach and that nobody has written down yet, the lowest first. */
export function newlyReached(
  rungs: readonly Rung[],
  supports: number,
  known: ReadonlySet<number>,
): readonly ReachedRung[] {
  return rungs
    .map((rung, at) => ({ ...rung, number: at + 1 }))
    .filter(({ number, threshold }) => supports >= threshold && !known.has(number))
}

/** What ends without a threshold has lapsed, unless a politician has taken it up meanwhile or it goes on elsewhere. */
export function lapses(
  state: Pick<SupportState, 'closesAt' | 'isLapsed' | 'isSettled' | 'isMerged'>,
  { owed, sponsors, now }: { readonly owed: number; readonly sponsors: number; readonly now: Temporal.Instant },
): boolean {
  if (state.closesAt === null || state.isLapsed || state.isSettled || state.isMerged || owed > 0 || sponsors > 0)
    return false
  return Temporal.Instant.compare(now, state.closesAt) > 0
}

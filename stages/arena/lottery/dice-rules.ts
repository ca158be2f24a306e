import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { preparing, type PrepareRefusal, type Standing } from './rules.ts'

type Acting = { readonly actor: Actor; readonly now: Temporal.Instant }

/** Two people wrote different numbers. */
export type Dispute = {
  readonly typedBy: Id<'account'>
  readonly secondBy: Id<'account'>
  readonly secondAt: Temporal.Instant
}

export type Thrown = {
  readonly panelsAt: Temporal.Instant | null
  /** A beacon had been announced and did not publish its round: dice thrown before that was said do not count. */
  readonly givenUpAt: Temporal.Instant | null
  readonly thrownAt: Temporal.Instant
  /** The dice of the last dispute, looked at again. */
  readonly isSame: boolean
  /** The first first. */
  readonly disputes: readonly Dispute[]
  /** Somebody has written a number that nobody else has written again yet. */
  readonly isOneWaiting: boolean
  /** A public beacon was announced, and it stands. */
  readonly isByBeacon: boolean
}

export type ThrowRefusal =
  | PrepareRefusal
  | 'no-panels'
  | 'beacon-announced'
  | 'written-already'
  | 'drawn-already'
  | 'thrown-before-panels'
  | 'thrown-before-given-up'
  | 'thrown-before-dispute'
  | 'thrown-later'
  | 'nothing-disputed'
  | 'you-disputed'

/** The number is written after the panels are published: before, whoever makes them could choose who stands under it. */
export function writeNumber(
  standing: Standing,
  { panelsAt, givenUpAt, thrownAt, isSame, disputes, isOneWaiting, isByBeacon }: Thrown,
  { actor, now }: Acting,
): Result<SignedIn, ThrowRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (standing.lottery?.step === 'drawn') return refuse('drawn-already')
  if (standing.lottery?.step !== 'panels' || panelsAt === null) return refuse('no-panels')
  if (isByBeacon) return refuse('beacon-announced')
  if (isOneWaiting) return refuse('written-already')
  if (isSame) return disputes.length > 0 ? allowed : refuse('nothing-disputed')
  if (hasDisputed(disputes, allowed.value)) return refuse('you-disputed')
  if (!isAfter(thrownAt, panelsAt)) return refuse('thrown-before-panels')
  if (givenUpAt && !isAfter(thrownAt, givenUpAt)) return refuse('thrown-before-given-up')
  if (disputes.some(({ secondAt }) => !isAfter(thrownAt, secondAt))) return refuse('thrown-before-dispute')
  if (Temporal.Instant.compare(thrownAt, now) > 0) return refuse('thrown-later')
  return allowed
}

/** The time is written to the minute: the minute in which something happened is not before it. */
function isAfter(thrownAt: Temporal.Instant, happened: Temporal.Instant): boolean {
  return Temporal.Instant.compare(thrownAt.add({ minutes: 1 }), happened) > 0
}

/**
 * Whoever sees the dice and dislikes them can say that they show something else. The same dice are then looked at again, by whomever;
 * thrown anew they are only by people who wrote no other number before, so nobody throws until she likes what comes.
 */
function hasDisputed(disputes: readonly Dispute[], { account }: SignedIn): boolean {
  return disputes.some(({ typedBy, secondBy }) => typedBy === account || secondBy === account)
}

export type SecondRefusal = PrepareRefusal | 'nothing-written' | 'drawn-already' | 'same-person' | 'you-disputed'

type Again = {
  readonly first: { readonly typedBy: Id<'account'>; readonly panel: number; readonly isSame: boolean } | null
  readonly disputes: readonly Dispute[]
  readonly panel: number
}

/** Another one writes what she saw, without being shown what the first wrote. */
export function writeAgain(
  standing: Standing,
  { first, disputes, panel }: Again,
  actor: Actor,
): Result<SignedIn & { readonly isSame: boolean }, SecondRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (standing.lottery?.step === 'drawn') return refuse('drawn-already')
  if (standing.lottery?.step !== 'panels' || !first) return refuse('nothing-written')
  if (first.typedBy === allowed.value.account) return refuse('same-person')
  if (!first.isSame && hasDisputed(disputes, allowed.value)) return refuse('you-disputed')
  return accept({ ...allowed.value, isSame: first.panel === panel })
}

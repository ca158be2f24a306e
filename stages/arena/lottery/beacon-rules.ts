import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { roundFrom, timeOfRound, type Beacon, type BeaconKey } from '@folkmoot/sortition/beacons.ts'
import { preparing, type PrepareRefusal, type Standing } from './rules.ts'

/** Which round of which beacon was said to give the number. */
export type Announced = {
  readonly turn: number
  readonly beacon: BeaconKey
  readonly round: number
  readonly roundAt: Temporal.Instant
  readonly givenUpAt: Temporal.Instant | null
}

/** So long before its time a round is announced at least: the panels are made meanwhile, and nobody can know it. */
export const leadMinutes = 10
const mostDays = 90
/** So long after its time a beacon is waited for before dice may be thrown instead: nobody says in haste that it has failed. */
export const patienceMinutes = 60

/** The announcement that counts; none where its round came before the panels, or where it was given up: then dice decide. */
export function inForce<One extends Announced>(all: readonly One[], panelsAt: Temporal.Instant): One | undefined {
  const last = all.at(-1)
  return last && !last.givenUpAt && !isOut(last, panelsAt) ? last : undefined
}

/** From this moment on the number is known to everybody who looks. */
export function isOut({ roundAt }: Pick<Announced, 'roundAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(roundAt, now) <= 0
}

export type AnnounceRefusal =
  | PrepareRefusal
  | 'list-open'
  | 'panels-made'
  | 'announced-already'
  | 'round-too-soon'
  | 'round-too-late'

type Announcing = {
  readonly last: Announced | undefined
  readonly beacon: Beacon
  /** The first round from then on. */
  readonly from: Temporal.Instant
}

/** When the list is locked and before the panels are published: afterwards somebody could choose between two numbers. */
export function announceBeacon(
  standing: Standing,
  { last, beacon, from }: Announcing,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn & { readonly round: number; readonly roundAt: Temporal.Instant }, AnnounceRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  const step = standing.lottery?.step ?? 'limits'
  if (step === 'limits' || step === 'ended') return refuse('list-open')
  if (step !== 'pool') return refuse('panels-made')
  if (last && !isOut(last, now)) return refuse('announced-already')
  if (Temporal.Instant.compare(from, now.add({ minutes: leadMinutes })) < 0) return refuse('round-too-soon')
  if (Temporal.Instant.compare(from, now.add({ hours: 24 * mostDays })) > 0) return refuse('round-too-late')
  const round = roundFrom(beacon, from)
  return accept({ ...allowed.value, round, roundAt: timeOfRound(beacon, round) })
}

type ReadingRefusal = PrepareRefusal | 'drawn-already' | 'no-beacon-announced' | 'round-not-out'

function reading(
  standing: Standing,
  beacon: Announced | undefined,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, ReadingRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (standing.lottery?.step === 'drawn') return refuse('drawn-already')
  if (standing.lottery?.step !== 'panels' || !beacon) return refuse('no-beacon-announced')
  if (!isOut(beacon, now)) return refuse('round-not-out')
  return allowed
}

export type ReadRefusal = ReadingRefusal | 'written-already' | 'not-randomness' | 'not-its-signature'

type Read = {
  readonly beacon: Announced | undefined
  readonly isOneWaiting: boolean
  /** Null where the words are no randomness of this beacon, or pick no number. */
  readonly panel: number | null
  /** False where a signature was written that does not give this randomness. */
  readonly isSigned: boolean
}

/** What the announced round gave is written down after its time, by one and by another, as the dice are. */
export function writeReading(
  standing: Standing,
  { beacon, isOneWaiting, panel, isSigned }: Read,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn & { readonly panel: number }, ReadRefusal> {
  const allowed = reading(standing, beacon, { actor, now })
  if (!allowed.ok) return allowed
  if (isOneWaiting) return refuse('written-already')
  if (panel === null) return refuse('not-randomness')
  if (!isSigned) return refuse('not-its-signature')
  return accept({ ...allowed.value, panel })
}

export type ReadAgainRefusal = ReadingRefusal | 'nothing-written' | 'same-person' | 'not-randomness'

type ReadAgain = {
  readonly beacon: Announced | undefined
  readonly first: { readonly typedBy: Id<'account'>; readonly randomness: string } | null
  readonly randomness: string | null
}

/** Letter by letter the same: two numbers that are alike by chance are not. */
export function writeReadingAgain(
  standing: Standing,
  { beacon, first, randomness }: ReadAgain,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn & { readonly isSame: boolean }, ReadAgainRefusal> {
  const allowed = reading(standing, beacon, { actor, now })
  if (!allowed.ok) return allowed
  if (!first) return refuse('nothing-written')
  if (first.typedBy === allowed.value.account) return refuse('same-person')
  if (randomness === null) return refuse('not-randomness')
  return accept({ ...allowed.value, isSame: first.randomness === randomness })
}

export type GiveUpRefusal =
  | ReadingRefusal
  | 'beacon-was-read'
  | 'you-read-it'
  | 'too-early-to-give-up'
  | 'reason-needed'

/** Who wrote a reading down, and who wrote it again: nobody yet, or another who wrote something else. */
type Attempt = { readonly typedBy: Id<'account'>; readonly secondBy: Id<'account'> | null }

/**
 * A beacon that did not publish its round leaves the number to the dice; said in public, so that anybody can look whether it is true.
 * Where two wrote different things it may be given up too, or a slip would hold the draw up for good: by a third, so that nobody
 * who dislikes what the beacon gave disputes it and is rid of it.
 */
export function giveBeaconUp(
  standing: Standing,
  {
    beacon,
    readings,
    reason,
  }: {
    readonly beacon: Announced | undefined
    readonly readings: readonly Attempt[]
    readonly reason: string
  },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, GiveUpRefusal> {
  const allowed = reading(standing, beacon, { actor, now })
  if (!allowed.ok) return allowed
  if (readings.some(({ secondBy }) => secondBy === null)) return refuse('beacon-was-read')
  const { account } = allowed.value
  if (readings.some(({ typedBy, secondBy }) => typedBy === account || secondBy === account))
    return refuse('you-read-it')
  if (beacon && !isOut({ roundAt: beacon.roundAt.add({ minutes: patienceMinutes }) }, now))
    return refuse('too-early-to-give-up')
  if (reason.trim() === '') return refuse('reason-needed')
  return allowed
}

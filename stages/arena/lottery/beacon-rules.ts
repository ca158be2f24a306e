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
  /** Who says it did not come; it counts when another has looked and says so too. */
  readonly doubtedBy: Id<'account'> | null
}

/** So long before its time a round is announced at least: the panels are made meanwhile, and nobody can know it. */
export const leadMinutes = 10
const mostDays = 90
/** So long after its time a beacon is waited for before dice may be thrown instead: nobody says in haste that it has failed. */
export const patienceMinutes = 60
/** Where somebody did write down what it gave: so long others have to look, and to write it as the second. */
export const patienceWhenReadMinutes = 24 * 60

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

/** Who wrote a reading down, and who wrote it again: nobody yet, or another who wrote something else. */
type Attempt = { readonly typedBy: Id<'account'>; readonly secondBy: Id<'account'> | null }

type Missing = {
  readonly beacon: Announced | undefined
  readonly readings: readonly Attempt[]
  /** What she found at its address. */
  readonly found: string
}

type Acting = { readonly actor: Actor; readonly now: Temporal.Instant }

export type MissingRefusal = ReadingRefusal | 'too-early-to-give-up' | 'too-early-after-reading' | 'found-needed'

/** From this moment on a beacon that did not come can be given up. */
export function missingFrom({ roundAt }: Pick<Announced, 'roundAt'>, readings: readonly Attempt[]): Temporal.Instant {
  return roundAt.add({ minutes: readings.length > 0 ? patienceWhenReadMinutes : patienceMinutes })
}

function missing(
  standing: Standing,
  { beacon, readings, found }: Missing,
  { actor, now }: Acting,
): Result<SignedIn, MissingRefusal> {
  const allowed = reading(standing, beacon, { actor, now })
  if (!allowed.ok) return allowed
  if (beacon && !isOut({ roundAt: missingFrom(beacon, readings) }, now))
    return refuse(readings.length > 0 ? 'too-early-after-reading' : 'too-early-to-give-up')
  if (found.trim() === '') return refuse('found-needed')
  return allowed
}

export type DoubtRefusal = MissingRefusal | 'doubted-already'

/** A beacon that did not publish its round: one says so in public, and what she found where it should stand. */
export function doubtBeacon(standing: Standing, state: Missing, acting: Acting): Result<SignedIn, DoubtRefusal> {
  const allowed = missing(standing, state, acting)
  if (allowed.ok && state.beacon?.doubtedBy) return refuse('doubted-already')
  return allowed
}

export type GiveUpRefusal = MissingRefusal | 'not-doubted' | 'you-doubted-it' | 'you-read-it'

/**
 * It counts when another has looked and found the same, one who wrote no reading. So no one person gets rid of a number that is out, whether she
 * says that it never came or disputes what another read; and no one person holds the draw up by writing a reading of a round that never came.
 */
export function giveBeaconUp(standing: Standing, state: Missing, acting: Acting): Result<SignedIn, GiveUpRefusal> {
  const allowed = missing(standing, state, acting)
  if (!allowed.ok) return allowed
  const { account } = allowed.value
  const by = state.beacon?.doubtedBy ?? null
  if (by === null) return refuse('not-doubted')
  if (by === account) return refuse('you-doubted-it')
  if (state.readings.some(({ typedBy, secondBy }) => typedBy === account || secondBy === account))
    return refuse('you-read-it')
  return allowed
}

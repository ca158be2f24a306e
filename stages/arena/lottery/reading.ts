import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { beacons, readRandomness, type BeaconKey } from '@folkmoot/sortition/beacons.ts'
import { numberOfBeacon } from '@folkmoot/sortition/picked-number.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import * as rules from './beacon-rules.ts'
import { isOfRound } from './beacon-signature.ts'
import * as store from './beacon-store.ts'
import { panelCount } from './solving.ts'
import { inLottery } from './standing.ts'
import { draw, tellListed } from './throwing.ts'

export type AnnounceInput = {
  readonly slug: string
  readonly beacon: BeaconKey
  readonly from: Temporal.Instant
}

/** Says in public which round of which beacon gives the number. It is never changed after. */
export function announceBeacon(
  database: Database,
  actor: Actor,
  { slug, beacon, from }: AnnounceInput,
): Promise<Result<{ readonly round: number }, rules.AnnounceRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const last = (await store.announcementsOf(tx, at)).at(-1)
    const announcing = { last, beacon: beacons[beacon], from }
    const allowed = rules.announceBeacon(standing, announcing, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { round, roundAt, account } = allowed.value
    const turn = (last?.turn ?? 0) + 1
    await store.putAnnouncement(tx, at, { turn, beacon, round, roundAt, by: account })
    await record(tx, {
      kind: 'arena.lottery-beacon-announced',
      problem,
      public: { lottery: at.lottery, turn, beacon, round, roundAt: roundAt.toString(), by: actor.name },
      time: 'exact',
    })
    return accept({ round })
  })
}

export type ReadingInput = { readonly slug: string; readonly randomness: string; readonly signature: string | null }

/** What the beacon gave, written by one. It counts when another has written the same. */
export function writeReading(
  database: Database,
  actor: Actor,
  { slug, ...written }: ReadingInput,
): Promise<Result<null, rules.ReadRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const [beacon, before] = [await store.beaconInForce(tx, at), await store.readingsOf(tx, at)]
    const randomness = beacon ? readRandomness(beacons[beacon.beacon], written.randomness) : null
    const signature = plainSignature(written.signature)
    const state = {
      beacon,
      isOneWaiting: before.some(({ secondRandomness }) => secondRandomness === null),
      panel: panelOf(randomness),
      isSigned: signature === null || (await isSignatureOf(signature, { beacon, randomness })),
    }
    const allowed = rules.writeReading(standing, state, { actor, now: tx.now })
    if (!allowed.ok || !beacon || randomness === null) return allowed.ok ? accept(null) : allowed
    const { panel, account } = allowed.value
    const attempt = before.length + 1
    await store.putReading(tx, at, { attempt, turn: beacon.turn, randomness, signature, panel, typedBy: account })
    await record(tx, {
      kind: 'arena.lottery-reading-written',
      problem,
      // As with dice: the second person must not read it first.
      public: { lottery: at.lottery, attempt, turn: beacon.turn, by: actor.name },
      secret: { randomness, signature },
      time: 'exact',
    })
    return accept(null)
  })
}

function panelOf(randomness: string | null): number | null {
  const number = numberOfBeacon(randomness ?? '', panelCount)
  return number.ok ? number.value : null
}

function plainSignature(text: string | null): string | null {
  const plain = (text ?? '').replaceAll(/[\s"',]/g, '').toLowerCase()
  return plain === '' ? null : plain
}

type Signed = { readonly beacon: rules.Announced | undefined; readonly randomness: string | null }

/** drand: its randomness is SHA-256 over its signature, and the signature is of this round alone. */
async function isSignatureOf(signature: string, { beacon, randomness }: Signed): Promise<boolean> {
  if (!beacon || !/^(?:[0-9a-f]{2}){1,200}$/.test(signature)) return false
  if (createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex') !== randomness) return false
  return (await isOfRound(beacon.beacon, beacon.round, signature)) !== false
}

/** Another writes what she read. Letter by letter the same: the panel is drawn. Else it does not count, and both stay to be seen. */
export function writeReadingAgain(
  database: Database,
  actor: Actor,
  { slug, randomness: written }: Pick<ReadingInput, 'slug' | 'randomness'>,
): Promise<Result<{ readonly isDrawn: boolean }, rules.ReadAgainRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const beacon = await store.beaconInForce(tx, at)
    const first = (await store.readingsOf(tx, at)).find(({ secondRandomness }) => secondRandomness === null) ?? null
    const randomness = beacon ? readRandomness(beacons[beacon.beacon], written) : null
    const allowed = rules.writeReadingAgain(standing, { beacon, first, randomness }, { actor, now: tx.now })
    if (!allowed.ok || !first || randomness === null) return allowed.ok ? accept({ isDrawn: false }) : allowed
    const { account, isSame } = allowed.value
    const { attempt, panel } = first
    await store.putSecondReading(tx, at, { attempt, randomness, by: account })
    if (isSame) await draw(tx, standing, { panel, attempt, actor: allowed.value, randomness })
    else
      await record(tx, {
        kind: 'arena.lottery-reading-disputed',
        problem,
        public: { lottery: at.lottery, attempt, first: first.randomness, second: randomness, by: actor.name },
        time: 'exact',
      })
    return accept({ isDrawn: isSame })
  })
}

type MissingInput = { readonly slug: string; readonly found: string }

/** Somebody looked and found no round where it should stand: everybody in the list reads it, and can look too. */
export function doubtBeacon(
  database: Database,
  actor: Actor,
  { slug, found }: MissingInput,
): Promise<Result<null, rules.DoubtRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const [beacon, readings] = [await store.beaconInForce(tx, at), await store.readingsOf(tx, at)]
    const allowed = rules.doubtBeacon(standing, { beacon, readings, found }, { actor, now: await clock(tx) })
    if (!allowed.ok || !beacon) return allowed.ok ? accept(null) : allowed
    const { turn } = beacon
    await store.setDoubted(tx, at, { turn, by: allowed.value.account, found })
    await record(tx, {
      kind: 'arena.lottery-beacon-doubted',
      problem,
      public: { lottery: at.lottery, turn, found, by: actor.name },
      time: 'exact',
    })
    await tellListed(tx, standing, 'told.beacon-doubted')
    return accept(null)
  })
}

/** Another looked and found the same: dice are thrown instead, and everybody reads why. */
export function giveBeaconUp(
  database: Database,
  actor: Actor,
  { slug, found }: MissingInput,
): Promise<Result<null, rules.GiveUpRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const [beacon, readings] = [await store.beaconInForce(tx, at), await store.readingsOf(tx, at)]
    const allowed = rules.giveBeaconUp(standing, { beacon, readings, found }, { actor, now: await clock(tx) })
    if (!allowed.ok || !beacon) return allowed.ok ? accept(null) : allowed
    const { turn, doubtedByName, doubtReason } = beacon
    // A reading nobody wrote again: whoever looks later sees whether it was the round that is said to be missing.
    const unsettled = readings.find(({ secondRandomness }) => secondRandomness === null)?.randomness ?? null
    await store.setGivenUp(tx, at, { turn, by: allowed.value.account, found })
    await record(tx, {
      kind: 'arena.lottery-beacon-given-up',
      problem,
      public: {
        lottery: at.lottery,
        turn,
        reason: found,
        by: actor.name,
        doubt: doubtReason,
        doubtedBy: doubtedByName,
        ...(unsettled === null ? {} : { unsettled }),
      },
      time: 'exact',
    })
    await tellListed(tx, standing, 'told.beacon-given-up')
    return accept(null)
  })
}

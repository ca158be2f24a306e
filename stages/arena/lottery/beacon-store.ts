import type { Id } from '@folkmoot/basics/ids.ts'
import { beaconKeys, type BeaconKey } from '@folkmoot/sortition/beacons.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { inForce, type Announced } from './beacon-rules.ts'
import { panelsOf } from './panels-store.ts'
import type { At } from './store.ts'

export type Announcement = Announced & {
  readonly by: string
  readonly announcedAt: Temporal.Instant
  readonly doubtedByName: string | null
  readonly doubtedAt: Temporal.Instant | null
  readonly doubtReason: string
  readonly givenUpBy: string | null
  readonly givenUpReason: string
}

/** All that were announced for a draw, the first first. */
export async function announcementsOf(read: Read, { problem, lottery }: At): Promise<readonly Announcement[]> {
  const { rows } = await sql<Omit<Announcement, 'beacon'> & { readonly beacon: string }>`
    select b.turn, b.beacon, b.round, b.round_at as "roundAt", b.announced_at as "announcedAt", a.name as by,
      b.doubted_by as "doubtedBy", d.name as "doubtedByName", b.doubted_at as "doubtedAt", b.doubt_reason as "doubtReason",
      b.given_up_at as "givenUpAt", g.name as "givenUpBy", b.given_up_reason as "givenUpReason"
    from arena.lottery_beacon b
    join identity.account a on a.jurisdiction_id = b.jurisdiction_id and a.id = b.announced_by
    left join identity.account d on d.jurisdiction_id = b.jurisdiction_id and d.id = b.doubted_by
    left join identity.account g on g.jurisdiction_id = b.jurisdiction_id and g.id = b.given_up_by
    where b.problem_id = ${problem} and b.lottery_number = ${lottery}
    order by b.turn`.execute(read)
  return rows.map((row) => ({ ...row, beacon: beaconOf(row.beacon) }))
}

/** The announcement that counts for a draw whose panels are published; before, a round that has passed counts for nothing. */
export async function beaconInForce(read: Read, at: At): Promise<Announcement | undefined> {
  const [announced, made] = [await announcementsOf(read, at), await panelsOf(read, at)]
  return made ? inForce(announced, made.madeAt) : undefined
}

function beaconOf(key: string): BeaconKey {
  const known = beaconKeys.find((one) => one === key)
  if (!known) throw new Error(`no beacon ${key}`)
  return known
}

export async function putAnnouncement(
  tx: Tx,
  { problem, lottery }: At,
  {
    turn,
    beacon,
    round,
    roundAt,
    by,
  }: Pick<Announced, 'turn' | 'beacon' | 'round' | 'roundAt'> & { readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('arena.lottery_beacon')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      lottery_number: lottery,
      turn,
      beacon,
      round,
      round_at: roundAt,
      announced_by: by,
      announced_at: tx.now,
    })
    .execute()
}

type Said = { readonly turn: number; readonly by: Id<'account'>; readonly found: string }

export async function setDoubted(tx: Tx, { problem, lottery }: At, { turn, by, found }: Said): Promise<void> {
  await tx
    .updateTable('arena.lottery_beacon')
    .set({ doubted_by: by, doubted_at: tx.now, doubt_reason: found })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('turn', '=', turn)
    .execute()
}

export async function setGivenUp(tx: Tx, { problem, lottery }: At, { turn, by, found }: Said): Promise<void> {
  await tx
    .updateTable('arena.lottery_beacon')
    .set({ given_up_by: by, given_up_at: tx.now, given_up_reason: found })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('turn', '=', turn)
    .execute()
}

/** What a beacon gave, as written once and again. */
export type Reading = {
  readonly attempt: number
  readonly turn: number
  readonly randomness: string
  readonly signature: string | null
  readonly panel: number
  readonly typedBy: Id<'account'>
  readonly typedByName: string
  readonly typedAt: Temporal.Instant
  readonly secondRandomness: string | null
  readonly secondBy: Id<'account'> | null
  readonly secondByName: string | null
  readonly secondAt: Temporal.Instant | null
}

/** All that was ever written, the first first. */
export async function readingsOf(read: Read, { problem, lottery }: At): Promise<readonly Reading[]> {
  const { rows } = await sql<Reading>`
    select r.attempt, r.turn, r.randomness, r.signature, r.panel, r.typed_by as "typedBy", a.name as "typedByName",
      r.typed_at as "typedAt", r.second_randomness as "secondRandomness", r.second_by as "secondBy", b.name as "secondByName", r.second_at as "secondAt"
    from arena.lottery_reading r
    join identity.account a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.typed_by
    left join identity.account b on b.jurisdiction_id = r.jurisdiction_id and b.id = r.second_by
    where r.problem_id = ${problem} and r.lottery_number = ${lottery}
    order by r.attempt`.execute(read)
  return rows
}

export async function putReading(
  tx: Tx,
  { problem, lottery }: At,
  reading: Pick<Reading, 'attempt' | 'turn' | 'randomness' | 'signature' | 'panel' | 'typedBy'>,
): Promise<void> {
  await tx
    .insertInto('arena.lottery_reading')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      lottery_number: lottery,
      attempt: reading.attempt,
      turn: reading.turn,
      randomness: reading.randomness,
      signature: reading.signature,
      panel: reading.panel,
      typed_by: reading.typedBy,
      typed_at: tx.now,
    })
    .execute()
}

export async function putSecondReading(
  tx: Tx,
  { problem, lottery }: At,
  { attempt, randomness, by }: { readonly attempt: number; readonly randomness: string; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('arena.lottery_reading')
    .set({ second_randomness: randomness, second_by: by, second_at: tx.now })
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .where('attempt', '=', attempt)
    .execute()
}

import { beacons } from '@folkmoot/sortition/beacons.ts'
import { writeQuotas } from '@folkmoot/sortition/files.ts'
import type { Announcement, Reading } from './beacon-store.ts'
import { panelsFile, poolFile, threeDigits } from './commitment.ts'
import { codedLimits } from './commands.ts'
import { dataFormat, rowsFormat } from './draw-file.ts'
import type { Limits } from './limits.ts'
import type { Panels, Throw } from './panels-store.ts'
import type { Entry, Pool } from './pool-store.ts'
import type { LimitsVersion } from './store.ts'

/** The limits in the form other tools of the field read: a row a group, with how far it may be made wider. */
export function limitsTable({ features }: Limits): string {
  return writeQuotas(
    features.map(({ name, values }) => ({ name, quotas: values.map((limit) => ({ ...limit, value: limit.name })) })),
  )
}

export type Drawn = {
  readonly lottery: number
  readonly seal: string | null
  readonly limits: Limits & { readonly version: number }
  /** When they were set, before any was made wider. */
  readonly set: Pick<LimitsVersion, 'setAt' | 'callClosedAt'>
  readonly pool: Pool
  readonly list: readonly { readonly number: number; readonly commitment: Buffer }[]
  readonly panels: Panels
  readonly throws: readonly Throw[]
  readonly announced: readonly Announcement[]
  readonly readings: readonly Reading[]
}

/** Everything that was published of a draw, in one file: `folkmoot verify lottery` checks it. */
export function drawData(of: Drawn): string {
  const { lottery, limits, pool, list, panels, throws, announced, readings } = of
  const drawn =
    throws.find(({ panel, secondPanel }) => panel === secondPanel) ??
    readings.find(({ randomness, secondRandomness }) => randomness === secondRandomness)
  return `${JSON.stringify(
    {
      format: dataFormat,
      lottery,
      limits: { version: limits.version, ...codedLimits(limits, of.seal) },
      limitsSet: { at: of.set.setAt.toString(), callClosedAt: of.set.callClosedAt?.toString() ?? null },
      list: { size: pool.size, hash: pool.hash, lockedAt: pool.committedAt.toString(), file: poolFile(list) },
      panels: {
        input: panels.inputHash,
        seed: panels.seed,
        method: panels.method,
        left: panels.left,
        hash: panels.hash,
        publishedAt: panels.madeAt.toString(),
        file: panelsFile(panels.panels),
      },
      // Who is alike, and which limit weighs how much, would give away what the people behind the numbers told: see `rowsFile`.
      chances: panels.certificate.chances,
      throws: throws
        .filter(({ secondPanel }) => secondPanel !== null)
        .map(({ attempt, panel, secondPanel, place, thrownBy, witnesses, thrownAt, sameAs, secondAt }) => ({
          attempt,
          first: threeDigits(panel),
          second: threeDigits(secondPanel ?? 0),
          place,
          thrownBy,
          witnesses,
          thrownAt: thrownAt.toString(),
          sameAs,
          ...(secondAt ? { writtenAt: secondAt.toString() } : {}),
        })),
      beacons: announced.map(publicBeacon),
      readings: readings.flatMap((one) => publicReading(one, announced)),
      drawn: drawn ? { panel: threeDigits(drawn.panel), numbers: panels.panels[drawn.panel] ?? [] } : null,
    },
    null,
    2,
  )}\n`
}

function publicBeacon(announced: Announcement) {
  const { turn, beacon, round, roundAt, announcedAt, doubtedAt, doubtReason, givenUpAt, givenUpReason } = announced
  return {
    turn,
    beacon,
    round,
    address: beacons[beacon].addressOf(round),
    roundAt: roundAt.toString(),
    announcedAt: announcedAt.toString(),
    doubt: doubtedAt ? { at: doubtedAt.toString(), found: doubtReason } : null,
    givenUp: givenUpAt ? { at: givenUpAt.toString(), reason: givenUpReason } : null,
  }
}

function publicReading(
  { attempt, turn, randomness, secondRandomness, signature, typedAt }: Reading,
  announced: readonly Announcement[],
) {
  // One that waits for its second is known to nobody, unless it never gets one.
  const isGivenUp = announced.some((one) => one.turn === turn && one.givenUpAt !== null)
  if (secondRandomness === null && !isGivenUp) return []
  return [{ attempt, turn, first: randomness, second: secondRandomness, signature, writtenAt: typedAt.toString() }]
}

/**
 * What people told, under their numbers, with the salts, and the proof that no fairer chances exist: for the clerk, and an auditor
 * she lets look. The proof says who is alike and what each limit weighs; on a panel whose people are named that would be theirs.
 * Whoever is erased is left out.
 */
export function rowsFile(entries: readonly Entry[], made: Pick<Panels, 'certificate'> | undefined): string {
  const rows = entries.flatMap(({ number, values, household, salt }) =>
    values && salt ? [{ number, values, household, salt: salt.toString('hex') }] : [],
  )
  const certificate = made ? { panels: made.certificate.panels, proof: made.certificate.proof } : null
  return `${JSON.stringify({ format: rowsFormat, rows, certificate }, null, 2)}\n`
}

import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { beaconKeys } from '@folkmoot/sortition/beacons.ts'
import { z } from 'zod'

export const dataFormat = 'folkmoot-lottery/1'
export const rowsFormat = 'folkmoot-lottery-rows/1'

/** What was published of a draw, as `files.ts` writes it and anybody reads it back. */
const count = z.number().int().min(0)
const instant = z.iso.datetime()
const limit = z.object({ key: z.string(), name: z.string(), min: count, max: count, minFlex: count, maxFlex: count })
const drawSchema = z.object({
  format: z.literal(dataFormat),
  lottery: count,
  limits: z.object({
    version: count,
    seats: count,
    onePerHousehold: z.boolean(),
    features: z.array(z.object({ key: z.string(), name: z.string(), values: z.array(limit) })),
    // Of a draw for free seats alone.
    seal: z.string().optional(),
  }),
  // Files of before it was said have none.
  limitsSet: z.object({ at: instant, callClosedAt: instant.nullable() }).optional(),
  list: z.object({ size: count, hash: z.string(), lockedAt: z.string(), file: z.string() }),
  panels: z.object({
    input: z.string(),
    seed: z.string(),
    method: z.string(),
    left: z.array(count),
    hash: z.string(),
    publishedAt: instant,
    file: z.string(),
  }),
  chances: z.array(z.tuple([count, z.number()])),
  throws: z.array(
    z.object({
      attempt: count,
      first: z.string(),
      second: z.string(),
      thrownAt: instant.optional(),
      // Files of before dice were looked at again have none of these.
      sameAs: count.nullable().default(null),
      writtenAt: instant.optional(),
    }),
  ),
  // Files of before there were beacons have neither.
  beacons: z
    .array(
      z.object({
        turn: count,
        beacon: z.enum(beaconKeys),
        round: count,
        address: z.string(),
        roundAt: instant,
        announcedAt: instant,
        // Files of before it took two have none; then the one who gave it up stands alone.
        doubt: z.object({ at: instant, found: z.string() }).nullable().default(null),
        givenUp: z.object({ at: instant, reason: z.string() }).nullable(),
      }),
    )
    .default([]),
  readings: z
    .array(
      z.object({
        attempt: count,
        turn: count,
        first: z.string(),
        // None of a beacon that was given up before anybody wrote it again.
        second: z.string().nullable(),
        signature: z.string().nullable(),
        writtenAt: instant,
      }),
    )
    .default([]),
  drawn: z.object({ panel: z.string(), numbers: z.array(count) }).nullable(),
})

const rowsSchema = z.object({
  format: z.literal(rowsFormat),
  rows: z.array(
    z.object({ number: count, values: z.array(z.string()), household: z.string().nullable(), salt: z.string() }),
  ),
  // None before the panels are made.
  certificate: z
    .object({
      panels: z.array(z.object({ weight: z.number(), kinds: z.array(count) })),
      // Looked into by the check of the proof, which believes nothing in it.
      proof: z.json(),
    })
    .nullable(),
})

export type DrawFile = z.output<typeof drawSchema>
export type RowsFile = z.output<typeof rowsSchema>

export function readDrawFile(text: string): Result<DrawFile, 'not-a-draw'> {
  const read = drawSchema.safeParse(jsonOf(text))
  return read.success ? accept(read.data) : refuse('not-a-draw')
}

export function readRowsFile(text: string): Result<RowsFile, 'not-rows'> {
  const read = rowsSchema.safeParse(jsonOf(text))
  return read.success ? accept(read.data) : refuse('not-rows')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { z } from 'zod'

export const lettersFormat = 'folkmoot-letters/1'
export const lettersRowsFormat = 'folkmoot-letters-rows/1'

const count = z.number().int().min(0)
const shown = z.union([count, z.enum(['few', 'withheld'])])
const stratum = z.object({ values: z.array(z.string()), listed: shown, open: shown, drawn: shown })
const round = z.object({
  round: count,
  letters: count,
  strataBy: z.array(z.string()),
  expected: z.record(z.string(), z.number()),
  seed: z.string(),
  hash: z.string(),
  drawnAt: z.iso.datetime(),
  // None once the addresses are erased.
  strata: z.array(stratum).nullable(),
})
const lettersSchema = z.object({
  format: z.literal(lettersFormat),
  list: z.object({
    count,
    hash: z.string(),
    listedAt: z.iso.datetime(),
    features: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        values: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  }),
  rounds: z.array(round),
})
const rowsSchema = z.object({
  format: z.literal(lettersRowsFormat),
  salt: z.hex(),
  addresses: z.array(
    z.object({
      name: z.string(),
      lines: z.array(z.string()),
      postcode: z.string(),
      town: z.string(),
      household: z.string().nullable(),
      values: z.array(z.string()),
    }),
  ),
})

/** What everybody may have of the letters of a case: how many lines and letters, seeds and sums, no line of the list. */
export type LettersFile = z.output<typeof lettersSchema>
/** The list itself with its salt: for the clerk, and an auditor she lets look. */
export type LettersRowsFile = z.output<typeof rowsSchema>

export function readLettersFile(text: string): Result<LettersFile, 'no-letters'> {
  const read = lettersSchema.safeParse(jsonOf(text))
  return read.success ? accept(read.data) : refuse('no-letters')
}

export function readLettersRows(text: string): Result<LettersRowsFile, 'no-rows'> {
  const read = rowsSchema.safeParse(jsonOf(text))
  return read.success ? accept(read.data) : refuse('no-rows')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

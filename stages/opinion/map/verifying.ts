import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { z } from 'zod'
import type { Read } from '../../../platform/db/index.ts'
import { canonical, entries } from '../../../platform/ledger/index.ts'
import { consultationBySlug } from '../store.ts'
import { drawBeside } from './beside.ts'
import { inputOf } from './jobs.ts'
import { drawnBy } from './published.ts'
import { mapOf, type KeptMap } from './store.ts'

export type MapCheck =
  /** The public record says the same of it, once. */
  | 'recorded'
  /** What is published has the hash of the record. */
  | 'published'
  /** The votes it was drawn from are still these. */
  | 'votes'
  /** Drawn again it is the same, byte for byte. */
  | 'drawn-again'
  /** So is what each voter is told her own place by. */
  | 'axes'

/** `is` null: it could not be checked by this release. */
export type MapFinding = { readonly what: MapCheck; readonly is: boolean | null }

export type MapVerified = {
  readonly map: KeptMap
  /** The method of this release: another one draws another map. */
  readonly method: string
  readonly findings: readonly MapFinding[]
}

const recorded = z.object({
  version: z.number(),
  inputHash: z.string(),
  outputHash: z.string(),
  method: z.string(),
  seed: z.string(),
})

/** Reads the votes as they were counted then and draws the map again. Undefined where there is no such map. */
export async function verifyMap(
  read: Read,
  slug: string,
  version: number | null = null,
): Promise<MapVerified | undefined> {
  const consultation = await consultationBySlug(read, slug)
  const map = consultation && (await mapOf(read, consultation.id, version))
  if (!map) return undefined
  const isSame = await drawnAgain(read, consultation.id, map)
  const isRecorded = (await factsOf(read, consultation.problem, map)).filter(
    (said) => said.outputHash === map.outputHash && said.inputHash === map.inputHash,
  )
  const findings: readonly MapFinding[] = [
    { what: 'recorded', is: isRecorded.length === 1 },
    { what: 'published', is: createHash('sha256').update(map.published).digest('hex') === map.outputHash },
    { what: 'votes', is: isSame.votes },
    { what: 'drawn-again', is: map.method === drawnBy ? isSame.published : null },
    { what: 'axes', is: map.method === drawnBy ? isSame.axes : null },
  ]
  return { map, method: drawnBy, findings }
}

async function drawnAgain(read: Read, consultation: Id<'consultation'>, map: KeptMap) {
  const last = map.version > 1 ? await mapOf(read, consultation, map.version - 1) : undefined
  const { version, isFinal, statements, countedUntil } = map
  const input = await inputOf(read, consultation, { version, isFinal, until: countedUntil, shown: statements, last })
  const again = await drawBeside(input)
  return {
    votes: again.inputHash === map.inputHash && input.voters.names.length === map.people,
    published: canonical(again.map) === map.published,
    axes: canonical(again.axes) === map.axes,
  }
}

/** Every fact of this version: two would be one too many. */
async function factsOf(read: Read, problem: Id<'problem'>, { version, method: by, seed }: KeptMap) {
  const facts = await entries(read, { problem, kinds: ['opinion.map-drawn'], limit: 100_000 })
  return facts.flatMap((fact) => {
    const said = recorded.safeParse(fact.public)
    return said.success && said.data.version === version && said.data.method === by && said.data.seed === seed
      ? [said.data]
      : []
  })
}

import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'
import { lockExclusive, lockShared, type Database, type Read } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { canonical, hashOf } from '../../../platform/ledger/index.ts'
import { voidedIn } from '../counting/voided.ts'
import { record } from '../facts.ts'
import { settledInstant } from '../settled.ts'
import { withoutHidden } from '../statement-store.ts'
import { statementsIn } from '../store.ts'
import { drawBeside } from './beside.ts'
import type { Draw, DrawInput } from './drawing.ts'
import { readVotes, type ReadUntil } from './kept-votes.ts'
import * as store from './store.ts'
import { votersIn } from './voters.ts'

type Ways = {
  readonly patience?: Patience
  readonly draw?: Draw
  /** `keepingVotes` of whoever polls again and again. */
  readonly readUntil?: ReadUntil
}

/** Draws what is due: the worker calls it every few seconds, requests never do. One that fails holds up no other. */
export async function mapsPoll(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  { patience = impatient, draw = drawBeside, readUntil = readVotes }: Ways = {},
): Promise<void> {
  for (const due of (await store.mappable(database.read(jurisdiction))).filter(isDue)) {
    const now = await database.now()
    await patience({ id: `map of consultation ${due.consultation}`, now }, () =>
      drawAnew(database, jurisdiction, { due, draw, readUntil }),
    )
  }
}

/** After the close all are counted; before it never the five newest, so that each map differs from the last by five people or more. */
const heldBackOf = ({ isClosed }: Pick<store.Mappable, 'isClosed'>): number => (isClosed ? 0 : leastInCell)

function isDue(at: store.Mappable): boolean {
  return at.voters - heldBackOf(at) >= leastFor(at)
}

function leastFor({ version, people }: store.Mappable): number {
  return version === 0 ? leastInGroup : people + leastInCell
}

type Drawing = Required<Pick<Ways, 'draw' | 'readUntil'>> & { readonly due: store.Mappable }

async function drawAnew(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  { due, draw, readUntil }: Drawing,
): Promise<void> {
  const read = database.read(jurisdiction)
  const [until, last] = await Promise.all([
    due.isClosed ? null : settledInstant(database, jurisdiction, due.consultation),
    store.mapOf(read, due.consultation),
  ])
  const shown = await withoutHidden(read, await statementsIn(read, due.consultation))
  const input = await inputOf(read, due.consultation, {
    version: due.version + 1,
    until,
    isFinal: due.isClosed,
    shown: shown.map(({ number }) => number),
    last,
    readUntil,
  })
  const people = input.voters.names.length
  // Some of those who were counted a moment ago may have voted after that instant.
  if (people < leastFor(due)) return
  const drawn = await draw(input)
  const { seed, version, isFinal } = input
  const { method } = drawn.map
  const { inputHash } = drawn
  const outputHash = hashOf(drawn.map)
  await database.transact(jurisdiction, null, async (tx) => {
    await lockShared(tx, due.consultation) // a closing that runs now has the last word
    await lockExclusive(tx, `map of ${due.consultation}`)
    const [now] = await store.mappable(tx, due.consultation)
    if (now?.version !== due.version || now.isClosed !== due.isClosed) return
    await store.putMap(tx, due.consultation, {
      version,
      isFinal,
      method,
      seed,
      inputHash,
      outputHash,
      countedUntil: until,
      people,
      statements: input.statements.map(({ number }) => number),
      published: canonical(drawn.map),
      axes: canonical(drawn.axes),
    })
    await record(tx, {
      kind: 'opinion.map-drawn',
      problem: due.problem,
      public: { version, inputHash, outputHash, method, seed },
      time: 'coarse',
    })
  })
}

export type InputAsked = Pick<DrawInput, 'version' | 'isFinal'> & {
  readonly until: Temporal.Instant | null
  readonly shown: readonly number[]
  readonly last: store.KeptMap | undefined
  readonly readUntil?: ReadUntil
}

/** The same for the same version at any time: who verifies a map asks for it again. */
export async function inputOf(
  read: Read,
  consultation: Id<'consultation'>,
  { version, until, isFinal, shown, last, readUntil = readVotes }: InputAsked,
): Promise<DrawInput> {
  const isShown = new Set(shown)
  const [all, votes, voided] = await Promise.all([
    statementsIn(read, consultation),
    readUntil(read, consultation, until),
    voidedIn(read, consultation),
  ])
  const isThen = (at: Temporal.Instant): boolean => until === null || Temporal.Instant.compare(at, until) <= 0
  return {
    version,
    isFinal,
    seed: `${consultation} ${version}`,
    statements: all.flatMap(({ id, number }) => (isShown.has(number) ? [{ id, number }] : [])),
    voters: votersIn(votes, {
      heldBack: heldBackOf({ isClosed: isFinal }),
      statements: shown,
      voided: new Set(voided.flatMap(({ participant, at }) => (isThen(at) ? [participant] : []))),
    }),
    last: last && store.axesOf(last),
  }
}

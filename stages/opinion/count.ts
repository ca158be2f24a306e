import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { emptyTally, lastVotes, tallyMethod, type Vote } from '@folkmoot/tally/tally.ts'
import { countedAfter, isDrawnAnew, publishedOf } from '@folkmoot/tally/while-open.ts'
import { clock, lockExclusive, lockShared, type Database, type Tx } from '../../platform/db/index.ts'
import { impatient, type Patience } from '../../platform/jobs/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { problemsById } from '../problem/index.ts'
import { withoutNewest, type Counts } from './counting/counted.ts'
import { countingAnew, type Counting } from './counting/kept-counts.ts'
import { countLast } from './counting/last-count.ts'
import { destroyKeys } from './eligibility/store.ts'
import { record } from './facts.ts'
import { keepProved } from './levels/store.ts'
import { countMembers } from './positions/members.ts'
import { withoutHidden } from './statement-store.ts'
import * as store from './store.ts'
import { lapse } from './waiting/commands.ts'

/** Of a statement nobody voted on. */
const nobody = { tally: emptyTally, isHeld: false }

/**
 * Counts for the last time and closes, under the consultation's exclusive lock: a vote is counted or refused, never lost. Who follows
 * the case hears of it.
 */
export async function settle(tx: Tx, consultation: store.Consultation, at: Temporal.Instant): Promise<void> {
  const [statements, voters] = await Promise.all([
    store.statementsIn(tx, consultation.id),
    store.voterCount(tx, consultation.id),
  ])
  const drawn = await store.drawn(tx, consultation.id)
  const { tallies, inputHash, voided } = await countLast(tx, consultation.id, statements)
  const counted = new Map([...tallies].map(([id, tally]) => [id, countedAfter(drawn.get(id), tally)]))
  await store.putTallies(tx, consultation.id, counted)
  await store.closeConsultation(tx, consultation.id, { at, inputHash, voters })
  await keepProved(tx, consultation.id)
  await destroyKeys(tx, consultation.id)
  await lapse(tx, consultation.id)
  await countMembers(tx, consultation)
  // What moderators have hidden is in no public record either; its votes stay in the hash of what was counted.
  const shown = await withoutHidden(tx, statements)
  await record(tx, {
    kind: 'opinion.closed',
    problem: consultation.problem,
    public: {
      closedAt: at.toString(),
      decided: '',
      voters: voters < leastInGroup ? null : voters,
      statements: shown.map(({ id, number }) => ({
        number,
        ...publishedOf(counted.get(id) ?? nobody, { isOpen: false }),
      })),
      ...(voided.length > 0 ? { voided: voided.map(({ anomaly, places }) => ({ anomaly, places: [...places] })) } : {}),
      method: tallyMethod,
      inputHash,
    },
    time: 'exact',
  })
  await tellClosed(tx, consultation.problem)
}

async function tellClosed(tx: Tx, id: Id<'problem'>): Promise<void> {
  const [problem] = await problemsById(tx, [id])
  if (!problem) throw new Error('a consultation without its case')
  await tell(tx, {
    about: { kind: 'problem', id },
    stage: 'opinion',
    message: 'told.closed',
    values: { question: problem.question },
    address: 'opinion.results',
    params: { problem: problem.slug },
  })
}

/**
 * SHA-256 over the votes that count, one line each: voter, statement, choice, with single spaces, lines sorted by code unit,
 * each ended by a line feed. The same votes give the same hash in whatever order they are read.
 */
export function hashOfVotes(votes: readonly Vote[]): string {
  const lines = lastVotes(votes).map(({ voter, statement, choice }) => `${voter} ${statement} ${choice}\n`)
  return createHash('sha256').update(lines.sort().join('')).digest('hex')
}

type Ways = {
  readonly patience?: Patience
  /** `keepingCounts` of whoever polls again and again. */
  readonly counting?: Counting
}

/** Closes what is due and counts what is open: the worker calls it every few seconds, requests never do. One that fails holds up no other. */
export async function opinionPoll(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  ways: Ways = {},
): Promise<void> {
  await closeDue(database, jurisdiction, ways)
  await countVotes(database, jurisdiction, ways)
}

/**
 * Draws tallies anew for statements with at least five new voters; the others stay as they were last shown. The five newest
 * voters are never in the drawing: what is counted at the close differs from the last drawing by at least five people, too.
 */
export async function countVotes(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  { patience = impatient, counting = countingAnew }: Ways = {},
): Promise<void> {
  for (const { id: consultation } of await store.openConsultations(database.read(jurisdiction))) {
    const now = await database.now()
    await patience({ id: `votes of consultation ${consultation}`, now }, () =>
      counting({ database, jurisdiction, consultation }, (counts) =>
        database.transact(jurisdiction, null, (tx) => drawTallies(tx, consultation, counts)),
      ),
    )
  }
}

async function drawTallies(tx: Tx, id: Id<'consultation'>, counts: Counts): Promise<void> {
  await lockShared(tx, id) // a closing that runs now has the last word
  await lockExclusive(tx, `tallies of ${id}`) // two drawings that differ by one person would tell her vote
  if (!(await store.stillOpen(tx, id))) return
  const drawn = await store.drawn(tx, id)
  const now = [...counts].map(([statement, counted]) => [statement, withoutNewest(counted)] as const)
  await store.putTallies(
    tx,
    id,
    new Map(
      now
        .filter(([statement, tally]) => isDrawnAnew(drawn.get(statement), tally))
        .map(([statement, tally]) => [statement, countedAfter(drawn.get(statement), tally)]),
    ),
  )
}

async function closeDue(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  { patience = impatient }: Ways,
): Promise<void> {
  for (const { id, closesAt } of await store.openConsultations(database.read(jurisdiction))) {
    const now = await database.now()
    if (Temporal.Instant.compare(now, closesAt) < 0) continue
    await patience({ id: `close of consultation ${id}`, now }, () => closeOne(database, jurisdiction, id))
  }
}

async function closeOne(database: Database, jurisdiction: Id<'jurisdiction'>, id: Id<'consultation'>): Promise<void> {
  await database.transact(jurisdiction, null, async (tx) => {
    await lockExclusive(tx, id)
    const open = await store.stillOpen(tx, id)
    const now = await clock(tx)
    if (open && Temporal.Instant.compare(now, open.closesAt) >= 0) await settle(tx, open, now)
  })
}

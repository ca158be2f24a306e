import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'
import { lockExclusive, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { networksSeen } from '../../../platform/identity/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellModerators } from '../../../platform/moderation/index.ts'
import { problemsById } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { packedVotes } from '../map/store.ts'
import { inFives } from '../map/tenths.ts'
import * as store from './store.ts'
import { unusualIn, type Anomaly } from './unusual.ts'

const minutesBetween = 10

/** Looks through the votes of each consultation while people vote and once after the close: the worker calls it. Nothing is ever taken out. */
export async function anomaliesPoll(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  for (const look of (await store.toLookThrough(database.read(jurisdiction))).filter((one) => isDue(one, now))) {
    await patience({ id: `anomalies of consultation ${look.consultation}`, now }, () =>
      lookThrough(database, jurisdiction, look),
    )
  }
}

function isDue({ voters, votersThen, lookedAt, closedAt }: store.Look, now: Temporal.Instant): boolean {
  if (closedAt !== null) return true
  if (voters < leastInGroup + leastInCell) return false
  if (votersThen === null || lookedAt === null) return true
  const isLongAgo = Temporal.Instant.compare(lookedAt.add({ minutes: minutesBetween }), now) <= 0
  return isLongAgo && voters >= votersThen + leastInCell
}

async function lookThrough(database: Database, jurisdiction: Id<'jurisdiction'>, look: store.Look): Promise<void> {
  const read = database.read(jurisdiction)
  const [{ timeZone }, voters, networks] = await Promise.all([
    ownCalendar(read),
    packedVotes(read, look.consultation, null),
    networksIn(read, look),
  ])
  const until = look.closedAt ?? (await database.now())
  const micro = (at: Temporal.Instant): number => at.epochMilliseconds * 1000
  const span = { from: micro(look.openedAt), until: micro(until), timeZone }
  const found = unusualIn(voters, span, networks)
  await database.transact(jurisdiction, null, async (tx) => {
    await lockExclusive(tx, `anomalies of ${look.consultation}`)
    const [now] = await store.toLookThrough(tx, look.consultation)
    if (now) await keep(tx, look, found)
  })
}

async function networksIn(read: Read, { consultation }: store.Look): Promise<ReadonlyMap<string, string>> {
  const [accounts, seen] = await Promise.all([store.accountsOf(read, consultation), networksSeen(read)])
  return new Map(
    [...accounts].flatMap(([voter, account]) => {
      const network = seen.get(account)
      return network === undefined ? [] : [[voter, network]]
    }),
  )
}

async function keep(tx: Tx, look: store.Look, found: readonly Anomaly[]): Promise<void> {
  const known = await store.anomaliesIn(tx, look.consultation)
  let number = known.length
  for (const anomaly of found) {
    if (await isKnown(tx, look, anomaly)) continue
    number += 1
    await store.putAnomaly(tx, look.consultation, { ...anomaly, number })
    await record(tx, {
      kind: 'opinion.anomaly-found',
      problem: look.problem,
      public: { number, kind: anomaly.kind, people: inFives(anomaly.voters.length) },
      time: 'coarse',
    })
  }
  await store.putLook(tx, look)
  if (number > known.length) await tellStewards(tx, look, number - known.length)
}

/** It grows while people vote: told again only when most of those in it are new. */
async function isKnown(tx: Tx, { consultation }: store.Look, { kind, voters }: Anomaly): Promise<boolean> {
  const before = await store.votersOfKind(tx, consultation, kind)
  return before.some((names) => voters.filter((voter) => names.has(voter)).length * 2 > voters.length)
}

async function tellStewards(tx: Tx, { problem: id }: store.Look, count: number): Promise<void> {
  const [problem] = await problemsById(tx, [id])
  if (!problem) return
  await tellModerators(tx, {
    about: { kind: 'problem', id },
    stage: 'opinion',
    message: 'told.anomalies',
    values: { question: problem.question, count },
    address: 'opinion.anomalies',
    params: { problem: problem.slug },
  })
}

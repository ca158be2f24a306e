import type { Id } from '@folkmoot/basics/ids.ts'
import { publishSum } from '@folkmoot/tally/publish-counts.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { forgetHeldAccounts } from '../../../platform/identity/index.ts'
import { eraseSecretsAbout } from '../../../platform/ledger/index.ts'
import { record } from '../facts.ts'

import { forgetEntries } from '../lottery/pool-store.ts'
import * as store from './store.ts'

/** So many people in one transaction: a case is never locked for long. */
const atOnce = 200

/**
 * The worker's part: on the announced day what people told who got no seat is erased, some hundred at a time. Each transaction is
 * whole by itself; killed between two it goes on where it was, and the fact is written once, with the last of them.
 */
export async function forgettingPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(place), await database.now()]
  for (const due of await store.dueCases(read, now))
    await patience({ id: `forgetting of ${due.problem}`, now }, () => forgetCase(database, place, due))
}

async function forgetCase(database: Database, place: Id<'jurisdiction'>, due: store.Due): Promise<void> {
  for (;;) {
    const isMore = await database.transact(place, null, async (tx) => {
      await lockExclusive(tx, due.problem)
      return eraseSome(tx, due.problem)
    })
    if (!isMore) break
  }
  await database.transact(place, null, async (tx) => {
    await lockExclusive(tx, due.problem)
    // Two workers may have come at once; the second finds what the first did.
    if ((await store.forgettingOf(tx, due.problem)).done) return
    await store.eraseLetters(tx, due.problem)
    // Who waits for an answer is not done with; looked at again the next time.
    if (!(await store.isUnfinished(tx, due.problem))) await finish(tx, due)
  })
}

async function eraseSome(tx: Tx, problem: Id<'problem'>): Promise<boolean> {
  const people = await store.applicantsToErase(tx, problem, atOnce)
  if (people.length === 0) return false
  await store.eraseApplications(tx, problem, people)
  const [accounts, applications] = [people.map(({ account }) => account), people.map(({ id }) => id)]
  await forgetEntries(tx, problem, accounts)
  await eraseSecretsAbout(tx, problem, { kinds: byAccount, field: 'account', values: accounts })
  await eraseSecretsAbout(tx, problem, { kinds: byApplication, field: 'application', values: applications })
  return people.length === atOnce
}

/** What the record commits to of somebody who asked for a seat, by what names her there. */
const byAccount = ['arena.applied', 'arena.offered'] as const
const byApplication = [
  'arena.application-changed',
  'arena.application-answered',
  'arena.application-withdrawn',
  'arena.home-looked-up',
] as const

/** What staff wrote down goes with the last of them, and that it is done is recorded. */
async function finish(tx: Tx, due: store.Due): Promise<void> {
  const { problem } = due
  const held = await store.eraseRecords(tx, problem)
  await store.eraseTold(tx, held)
  await forgetHeldAccounts(tx, held)
  await eraseSecretsAbout(tx, problem, {
    kinds: ['arena.letter-answered', 'arena.written-down', 'arena.answer-written-down', 'arena.answer-confirmed'],
  })
  const counts = await store.countErased(tx, problem)
  await store.putForgetting(tx, due, counts)
  await record(tx, {
    kind: 'arena.forgotten',
    problem,
    public: {
      dueOn: due.dueOn.toString(),
      applications: publishSum(counts.applications),
      records: publishSum(counts.records),
      letters: publishSum(counts.letters),
      addresses: publishSum(counts.addresses),
    },
    time: 'exact',
  })
}

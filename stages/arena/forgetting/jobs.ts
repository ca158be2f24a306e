import type { Id } from '@folkmoot/basics/ids.ts'
import { publishSum } from '@folkmoot/tally/publish-counts.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { forgetHeldAccounts } from '../../../platform/identity/index.ts'
import { eraseSecretsAbout } from '../../../platform/ledger/index.ts'
import { record } from '../facts.ts'

import { forgetEntries } from '../lottery/pool-store.ts'
import * as erase from './erase-store.ts'
import { lastDayOf } from './rules.ts'
import * as store from './store.ts'
import { tellNoAnswer, tellStillWaiting } from './telling.ts'

/** So many people in one transaction: a case is never locked for long. */
const atOnce = 200

/**
 * The worker's part: on the announced day what people told who got no seat is erased, some hundred at a time; thirty days later what
 * those told who waited for an answer on that day. Each transaction is whole by itself; killed between two it goes on where it was,
 * and the fact is written once, with the last of them.
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
  const isLate = due.lastOn !== null
  const locked = <Value>(act: (tx: Tx) => Promise<Value>) =>
    database.transact(place, null, async (tx) => {
      await lockExclusive(tx, due.problem)
      return act(tx)
    })
  while (await locked((tx) => eraseSome(tx, due.problem, isLate)));
  // Two workers may have come at once; the second finds what the first did.
  await locked(async (tx) => {
    const { done } = await store.forgettingOf(tx, due.problem)
    if (!done) await endDay(tx, due)
    else if (isLate && done.late && done.late.endedAt === null) await endLate(tx, due.problem, done.late)
  })
}

/** Whether there are more. */
async function eraseSome(tx: Tx, problem: Id<'problem'>, isLate: boolean): Promise<boolean> {
  const people = await erase.applicantsToErase(tx, problem, { most: atOnce, isLate })
  if (people.length === 0) return false
  await erase.eraseApplications(tx, problem, people)
  const [accounts, applications] = [people.map(({ account }) => account), people.map(({ id }) => id)]
  await forgetEntries(tx, problem, accounts)
  await eraseSecretsAbout(tx, problem, { kinds: byAccount, field: 'account', values: accounts })
  await eraseSecretsAbout(tx, problem, { kinds: byApplication, field: 'application', values: applications })
  const unanswered = people.flatMap(({ account, isWaiting }) => (isWaiting ? [account] : []))
  await tellNoAnswer(tx, problem, unanswered)
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

/** Letters, the list and what staff wrote down go with the last of them, and that it is done is recorded. Who waits hears until when. */
async function endDay(tx: Tx, { problem, dueOn }: store.Due): Promise<void> {
  await erase.eraseLetters(tx, problem)
  await erasePapers(tx, problem, false)
  const { accounts, records } = await erase.waitingIn(tx, problem)
  const waiting = accounts.length + records
  const counts = await store.countErased(tx, problem)
  await store.putForgetting(tx, { problem, dueOn, waiting, lastOn: waiting === 0 ? null : lastDayOf(dueOn), ...counts })
  await record(tx, {
    kind: 'arena.forgotten',
    problem,
    public: {
      dueOn: dueOn.toString(),
      applications: publishSum(counts.applications),
      records: publishSum(counts.records),
      letters: publishSum(counts.letters),
      addresses: publishSum(counts.addresses),
      waiting: publishSum(waiting),
    },
    time: 'exact',
  })
  await tellStillWaiting(tx, problem, accounts)
}

/** Who was offered a seat and has not answered is waited for: a seat is offered for some days only. */
async function endLate(
  tx: Tx,
  problem: Id<'problem'>,
  { lastOn }: { readonly lastOn: Temporal.PlainDate },
): Promise<void> {
  // Who was confirmed since then had read out the code of a letter, which is hers from there on.
  await erase.eraseLetters(tx, problem)
  await erasePapers(tx, problem, true)
  if ((await erase.waitingIn(tx, problem)).accounts.length > 0) return
  await store.endForgetting(tx, problem)
  await record(tx, {
    kind: 'arena.forgotten-late',
    problem,
    public: { lastOn: lastOn.toString(), unanswered: publishSum(await store.countUnanswered(tx, problem)) },
    time: 'exact',
  })
}

async function erasePapers(tx: Tx, problem: Id<'problem'>, isLate: boolean): Promise<void> {
  const held = await erase.eraseRecords(tx, problem, { isLate })
  await erase.eraseTold(tx, held)
  await forgetHeldAccounts(tx, held)
  await eraseSecretsAbout(tx, problem, {
    kinds: ['arena.letter-answered', 'arena.written-down', 'arena.answer-written-down', 'arena.answer-confirmed'],
  })
}

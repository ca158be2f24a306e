import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import {
  accountById,
  beginLeaving,
  dueToLeave,
  emptyAccount,
  strangers,
  takeUpLeaving,
  type WordsOfLeaver,
} from '../../platform/identity/index.ts'
import { impatient, type Patience } from '../../platform/jobs/index.ts'
import { eraseSecretsNaming } from '../../platform/ledger/index.ts'
import { forgetAccount, takeNameOut } from '../../platform/notices/index.ts'
import { leaveArenas } from '../../stages/arena/index.ts'
import { takePledgesBack } from '../../stages/delivery/index.ts'
import { forgetFeed } from '../../stages/meeting/index.ts'
import { takeOutIdeas } from '../../stages/draft/index.ts'
import { leaveVotes, takeOutStatements } from '../../stages/opinion/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'

/** She is signed out everywhere, and her account goes on the day this tells, unless she signs in before. */
export function askToLeave(
  database: Database,
  actor: Actor,
  { typed, words }: { readonly typed: string; readonly words: WordsOfLeaver },
): Promise<Result<Temporal.Instant, rules.LeaveRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const known = actor.account && (await accountById(tx, actor.account))
    const now = await clock(tx)
    const allowed = rules.leave(actor, { typed, email: known ? known.email : '', now })
    if (!allowed.ok) return allowed
    if (!known) return refuse('sign-in-first')
    await takeNameOut(tx, known.name)
    return accept(await beginLeaving(tx, { account: known.id, words }))
  })
}

/** The worker's part: each account in a transaction of its own. Killed in one, it begins that one again. */
export async function leavingPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  for (const account of await dueToLeave(database.read(place), now))
    await patience({ id: `leaving of ${account}`, now }, () =>
      database.transact(place, null, (tx) => eraseAccount(tx, account)),
    )
}

/**
 * Locks first: consultations, then cases. What holds on to her is let go by whoever owns it; the account itself is emptied last. Votes
 * stay counted, words written for others stay without a name or go as she chose, and the proofs of the record stay sound.
 */
async function eraseAccount(tx: Tx, account: Id<'account'>): Promise<void> {
  await lockExclusive(tx, `leaving ${account}`)
  const words = await takeUpLeaving(tx, account)
  if (words !== undefined) await letGo(tx, account, words)
}

async function letGo(tx: Tx, account: Id<'account'>, words: WordsOfLeaver): Promise<void> {
  await leaveVotes(tx, account)
  await leaveArenas(tx, account)
  await takePledgesBack(tx, account)
  if (words === 'go') await takeWordsOut(tx, account)
  await forgetFeed(tx, account)
  await forgetAccount(tx, account)
  await emptyAccount(tx, account)
  await eraseSecretsNaming(tx, account)
  await record(tx, { kind: 'identity.account-erased', problem: null, public: {}, time: 'coarse' })
}

/** She had left, and a backup from before brought her back. */
export function eraseAgain(database: Database, place: Id<'jurisdiction'>, account: Id<'account'>): Promise<void> {
  return database.transact(place, null, async (tx) => {
    await lockExclusive(tx, `leaving ${account}`)
    const known = await accountById(tx, account)
    if (!known) return
    await takeNameOut(tx, known.name)
    await letGo(tx, account, 'stay') // which she chose, the file of erasures does not say
  })
}

/** Addresses of people who signed in and never said who they are: nothing of theirs is here but the address. */
export async function forgetStrangers(tx: Tx): Promise<void> {
  for (const account of await strangers(tx, await clock(tx))) {
    await forgetAccount(tx, account)
    await emptyAccount(tx, account)
  }
}

/** What she wrote alone. A text that was written together is not hers to take. */
async function takeWordsOut(tx: Tx, by: Id<'account'>): Promise<void> {
  const account = await accountById(tx, by)
  const role = account?.organisation ? 'organisation' : 'resident'
  await takeOutStatements(tx, { by, role })
  await takeOutIdeas(tx, { by, role })
}

import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Read, type Tx } from '../../platform/db/index.ts'
import { accountsIn } from '../../platform/identity/index.ts'
import { packageOf } from '../decision/index.ts'
import { problemBySlug, type Problem } from '../problem/index.ts'
import type { CommitmentState } from './rules.ts'
import * as store from './store.ts'

export type CommitmentMissing = 'no-such-problem' | 'no-such-commitment'

export type At = { readonly slug: string; readonly number: number }
export type CommitmentFound = { readonly problem: Problem; readonly commitment: store.Commitment }

async function lockedCommitment(tx: Tx, { slug, number }: At): Promise<Result<CommitmentFound, CommitmentMissing>> {
  const problem = await problemBySlug(tx, slug)
  if (!problem) return refuse('no-such-problem')
  const known = (await store.commitmentsOf(tx, problem.id)).find((one) => one.number === number)
  if (!known) return refuse('no-such-commitment')
  await lockExclusive(tx, known.id)
  const [commitment] = await store.commitmentsById(tx, [known.id]) // as it stands now that nobody else changes it
  return commitment ? accept({ problem, commitment }) : refuse('no-such-commitment')
}

/** One transaction about one commitment, under its lock. */
export async function inCommitment<Value, Code extends string>(
  database: Database,
  actor: Actor,
  at: At,
  act: (tx: Tx, found: CommitmentFound) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | CommitmentMissing>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | CommitmentMissing>> => {
    const found = await lockedCommitment(tx, at)
    return found.ok ? act(tx, found.value) : found
  })
}

/** The commitment with the body that answered, whose chair may act on it too. */
export async function withBody(read: Read, commitment: store.Commitment): Promise<CommitmentState> {
  const pack = await packageOf(read, commitment.problem)
  return { ...commitment, body: pack?.body ?? null }
}

/** Who leads the body today: a promise outlives whoever made it. */
export function chairsOf(
  read: Read,
  body: Id<'body'> | null,
  today: Temporal.PlainDate,
): Promise<readonly Id<'account'>[]> {
  return accountsIn(read, { body, today, only: 'chair' })
}

/** Who answers for it, as long as she sits in the body; else nobody. */
export function owningOf(
  read: Read,
  { owner, body }: Pick<CommitmentState, 'owner' | 'body'>,
  today: Temporal.PlainDate,
): Promise<readonly Id<'account'>[]> {
  return accountsIn(read, { body, today, only: { person: owner } })
}

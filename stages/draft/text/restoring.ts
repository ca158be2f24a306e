import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import { lockExclusive, lockShared, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { bringBack, type Lost } from './bringing-back.ts'
import type { AppendRefusal } from './live-rules.ts'
import { changeDocument, leftIn, liveWriter, updatesAfter } from './live-store.ts'

type Place = {
  readonly database: Database
  readonly jurisdiction: Id<'jurisdiction'>
  readonly problem: Id<'problem'>
}

/** What went unseen by an update, under the number of that update. */
export type LostBy = { readonly seq: number; readonly lost: readonly Lost[] }

/** Puts what went unseen back into the text, in the name of who wrote it: once, whoever asks for it and however often. */
export async function restore({ database, jurisdiction, problem }: Place, lostBy: LostBy): Promise<void> {
  await database.transact(jurisdiction, null, (tx) => restoreIn(tx, problem, lostBy))
}

/** The same for whatever an earlier server stored and had no time to bring back: it is read from the log. */
export async function restoreLeft(place: Place): Promise<void> {
  const read = place.database.read(place.jurisdiction)
  for (const lostBy of await leftIn(read, place.problem, await updatesAfter(read, place.problem, 0)))
    await restore(place, lostBy)
}

/** The same for every text of a place that is still written in: when a server starts. */
export async function restoreEverywhere(database: Database, jurisdiction: Id<'jurisdiction'>): Promise<void> {
  for (const problem of await openTexts(database.read(jurisdiction)))
    await restoreLeft({ database, jurisdiction, problem })
}

async function openTexts(read: Read): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select distinct u.problem_id as problem from draft.live_update u
    where not exists (select from draft.frozen f where f.problem_id = u.problem_id)`.execute(read)
  return rows.map(({ problem }) => problem)
}

async function restoreIn(tx: Tx, problem: Id<'problem'>, { seq, lost }: LostBy): Promise<Result<null, AppendRefusal>> {
  await lockShared(tx, problem)
  await lockExclusive(tx, `live ${problem}`)
  // Before the words: with them the log may be taken into the state, which keeps what still has to come back.
  if (!(await markReturned(tx, problem, seq))) return accept(null)
  for (const [client, runs] of Map.groupBy(lost, (run) => run.client)) {
    const by = (await liveWriter(tx, problem, client)) ?? { account: null, as: 'unknown' }
    const written = await changeDocument(tx, { problem, by }, (doc) => bringBack(doc, runs))
    if (!written.ok) return written
  }
  return accept(null)
}

/** Whether nobody had done it yet. */
async function markReturned(tx: Tx, problem: Id<'problem'>, seq: number): Promise<boolean> {
  const marked = await tx
    .insertInto('draft.live_returned')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, seq })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .executeTakeFirst()
  return marked !== undefined
}

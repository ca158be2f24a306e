import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { toldFeaturesOf } from '../features/told-store.ts'
import { isConfirmed, seatsOf } from '../store.ts'
import { countsOf, isWorthDrawing } from './counts.ts'
import * as store from './store.ts'

/** Who is in a crowd of a case: known where the crowd is, and told to whoever counts. */
export type CrowdOf = (read: Read, problem: Id<'problem'>) => Promise<readonly Id<'account'>[]>

export type Crowds = Readonly<Record<Exclude<store.Crowd, 'members'>, CrowdOf>>

/**
 * Counts anew who takes part in the cases that are compared, where five more or five fewer told of themselves since. The worker
 * calls it; requests never do, so that nobody sees a sum change with one who came.
 */
export async function drawCrowds(database: Database, jurisdiction: Id<'jurisdiction'>, crowds: Crowds): Promise<void> {
  const read = database.read(jurisdiction)
  const all: Readonly<Record<store.Crowd, CrowdOf>> = { members: seated, ...crowds }
  for (const problem of await store.comparedProblems(read)) {
    for (const crowd of store.crowds) {
      const accounts = await all[crowd](read, problem)
      const now = countsOf(accounts, await toldFeaturesOf(read, accounts))
      if (!isWorthDrawing(await store.drawingOf(read, problem, crowd), now)) continue
      await database.transact(jurisdiction, null, (tx) => store.putDrawing(tx, problem, { crowd, ...now }))
    }
  }
}

/** A group is counted when it is whole. */
async function seated(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  return (await isConfirmed(read, problem)) ? (await seatsOf(read, problem)).map(({ account }) => account) : []
}

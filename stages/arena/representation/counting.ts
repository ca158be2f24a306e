import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { toldFeaturesOf } from '../features/told-store.ts'
import { applicationsOf, isConfirmed, seatsOf } from '../store.ts'
import { comparisonOf } from './against.ts'
import { comparedIn } from './compared.ts'
import { countsOf, renewed } from './counts.ts'
import * as store from './store.ts'

/** Who is in a crowd of a case: known where the crowd is, and told to whoever counts. */
export type CrowdOf = (read: Read, problem: Id<'problem'>) => Promise<readonly Id<'account'>[]>

/** The crowds of later stages; who sits and who asked for a seat is known here. */
export type Crowds = Readonly<Record<Exclude<store.Crowd, 'members' | 'applicants'>, CrowdOf>>

/**
 * Counts anew who takes part in the cases that are compared, where five more or five fewer told a feature since. The worker calls
 * it; requests never do, so that nobody sees a sum change with one who came: not even who reads the applications as they come.
 */
export async function countCrowds(database: Database, jurisdiction: Id<'jurisdiction'>, crowds: Crowds): Promise<void> {
  const read = database.read(jurisdiction)
  const all: Readonly<Record<store.Crowd, CrowdOf>> = { members: seated, applicants: asking, ...crowds }
  for (const problem of await store.comparedProblems(read)) {
    const features = (await comparisonOf(read, problem))?.sums.map((one) => comparedIn(one).map(({ id }) => id)) ?? []
    for (const crowd of store.crowds) {
      const accounts = await all[crowd](read, problem)
      const counted = countsOf(accounts, await toldFeaturesOf(read, accounts))
      const now = renewed(await store.crowdCountOf(read, problem, crowd), counted, features)
      if (now) await database.transact(jurisdiction, null, (tx) => store.putCrowdCount(tx, problem, { crowd, ...now }))
    }
  }
}

/** A group is counted when it is whole. */
async function seated(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  return (await isConfirmed(read, problem)) ? (await seatsOf(read, problem)).map(({ account }) => account) : []
}

/** Who has taken her wish back is no more among them. */
async function asking(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const asked = (await applicationsOf(read, problem)).filter(({ state }) => state !== 'withdrawn')
  return asked.map(({ account }) => account)
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { casesChangedSince } from '../../../platform/ledger/index.ts'
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

/** What people tell of themselves stands in no record: everything is looked at so often. */
const hoursBetweenAll = 24

/**
 * Counts anew who takes part in the cases that are compared, where five more or five fewer told a feature since. The worker calls
 * it; requests never do, so that nobody sees a sum change with one who came: not even who reads the applications as they come.
 * Looked at is where something happened since the last time, and once a day everywhere: what it costs follows what people do, not how
 * many cases a place has had.
 */
export async function countCrowds(database: Database, jurisdiction: Id<'jurisdiction'>, crowds: Crowds): Promise<void> {
  const read = database.read(jurisdiction)
  const all: Readonly<Record<store.Crowd, CrowdOf>> = { members: seated, applicants: asking, ...crowds }
  const [now, last] = [await database.now(), await store.lookOf(read)]
  const isEverywhere = last === undefined || last.everywhereAt.until(now).total('hours') >= hoursBetweenAll
  const problems = isEverywhere
    ? await store.comparedProblems(read)
    : await store.comparedAmong(read, await casesChangedSince(read, last.lookedAt))
  for (const problem of problems) {
    const features = (await comparisonOf(read, problem))?.sums.map((one) => comparedIn(one).map(({ id }) => id)) ?? []
    for (const crowd of store.crowds) {
      const accounts = await all[crowd](read, problem)
      const counted = countsOf(accounts, await toldFeaturesOf(read, accounts))
      const anew = renewed(await store.crowdCountOf(read, problem, crowd), counted, features)
      if (anew)
        await database.transact(jurisdiction, null, (tx) => store.putCrowdCount(tx, problem, { crowd, ...anew }))
    }
  }
  // Only now: whatever failed is looked at again.
  const look = { lookedAt: now, everywhereAt: isEverywhere ? now : last.everywhereAt }
  await database.transact(jurisdiction, null, (tx) => store.putLook(tx, look))
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

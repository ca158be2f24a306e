import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { toldFeaturesOf } from '../features/told-store.ts'
import { applicationsOf } from '../store.ts'
import { countsOf, type CrowdCounts } from './counts.ts'

/** Those who asked for a seat, counted for those who choose; who has taken her wish back is no more among them. */
export async function countedApplicants(read: Read, problem: Id<'problem'>): Promise<CrowdCounts> {
  const asked = (await applicationsOf(read, problem)).filter(({ state }) => state !== 'withdrawn')
  const accounts = asked.map(({ account }) => account)
  return countsOf(accounts, await toldFeaturesOf(read, accounts))
}

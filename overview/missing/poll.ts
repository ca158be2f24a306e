import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../platform/db/index.ts'
import { countCrowds } from '../../stages/arena/index.ts'
import { votersIn } from '../../stages/opinion/index.ts'
import { contributorsIn } from './contributors.ts'

/** Counts who takes part in the cases of a place that are compared with it. The worker calls it once a minute. */
export function missingPoll(database: Database, jurisdiction: Id<'jurisdiction'>): Promise<void> {
  return countCrowds(database, jurisdiction, { voters: votersIn, contributors: contributorsIn })
}

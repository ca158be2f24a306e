import type { Database } from '../../../platform/db/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { carryReferral } from './jobs.ts'

/** What was passed on and lies on the queue, taken off it. */
export async function takeReferred(database: Database): Promise<readonly Job[]> {
  const { rows } = await database.queueSql(
    `delete from pgboss.job where name = 'referrals.carry' returning data, created_on`,
  )
  return (rows as { data: Job; created_on: Temporal.Instant }[])
    .toSorted((a, b) => Temporal.Instant.compare(a.created_on, b.created_on))
    .map(({ data }) => data)
}

/** Does what the worker does until nothing is left to carry. */
export async function carryReferred(database: Database): Promise<void> {
  for (let jobs = await takeReferred(database); jobs.length > 0; jobs = await takeReferred(database))
    for (const job of jobs) await carryReferral(database, job)
}

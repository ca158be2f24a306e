import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import { putJurisdiction, type Jurisdiction } from '../../../platform/directory/index.ts'
import type { Town } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { carryHandover } from './jobs.ts'

/** Puts a test town into another. */
export async function putInto(
  database: Database,
  town: Town,
  parent: Id<'jurisdiction'>,
  changes: Partial<Jurisdiction> = {},
): Promise<Town> {
  const place = { ...town.place, ...changes, parent }
  await database.transact(place.id, null, (tx) => putJurisdiction(tx, place))
  return { ...town, place }
}

/** The hand-overs on the queue, taken off it. */
export async function takeCarried(database: Database): Promise<readonly Job[]> {
  const { rows } = await database.queueSql(
    `delete from pgboss.job where name = 'handovers.carry' returning data, created_on`,
  )
  return (rows as { data: Job; created_on: Temporal.Instant }[])
    .toSorted((a, b) => Temporal.Instant.compare(a.created_on, b.created_on))
    .map(({ data }) => data)
}

/** Does what the worker does until nothing is left to carry. */
export async function carryAll(database: Database): Promise<void> {
  for (let jobs = await takeCarried(database); jobs.length > 0; jobs = await takeCarried(database)) {
    for (const job of jobs) await carryHandover(database, job)
  }
}

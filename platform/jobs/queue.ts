import type { Json } from '@folkmoot/basics/json.ts'
import { CompiledQuery } from 'kysely'
import { PgBoss, type Db, type JobResult } from 'pg-boss'
import type { Database, Tx } from '../db/index.ts'

/** Names of the queues; each is created by a migration. */
export type Queue =
  | 'notices.tell'
  | 'mail.send'
  | 'handovers.carry'
  | 'referrals.carry'
  | 'letters.print'
  | 'lottery.solve'

export type Job = { readonly [key: string]: Json | undefined }

const schema = 'pgboss'
const quiet = { schema, migrate: false, createSchema: false, supervise: false, schedule: false } as const

export type EnqueueOptions = {
  /** Somebody waits for it: goes before everything that does not say so. */
  readonly isUrgent?: boolean
}

/** Puts work on a queue within the act's transaction: it is done if and only if the act happened. */
export async function enqueue(
  tx: Tx,
  queue: Queue,
  job: Job,
  { isUrgent = false }: EnqueueOptions = {},
): Promise<void> {
  const boss = new PgBoss({ ...quiet, db: transactionOf(tx) })
  await boss.send(queue, job, { priority: isUrgent ? 1 : 0 })
}

/** Many at once, with one statement. */
export async function enqueueAll(tx: Tx, queue: Queue, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  const boss = new PgBoss({ ...quiet, db: transactionOf(tx) })
  await boss.insert(
    queue,
    jobs.map((data) => ({ data, priority: 0 })),
  )
}

function transactionOf(tx: Tx): Db {
  return {
    executeSql: async (text, values) => {
      const { rows } = await tx.getExecutor().executeQuery(CompiledQuery.raw(text, values))
      return { rows: [...rows] }
    },
  }
}

export type Work = (database: Database, job: Job) => Promise<void>

/** So many jobs of a queue are done at once; others one after the other. A mail server takes longer to answer than we to ask. */
const together: Readonly<Partial<Record<Queue, number>>> = { 'mail.send': 10 }
const jobsPerFetch = 10

type Options = {
  readonly perJobResults: true
  readonly includeMetadata: true
  readonly batchSize: number
  readonly pollingIntervalSeconds: number
}

export type Worker = { readonly stop: () => Promise<void> }

/** Works the queues until stopped. A job that throws is tried again with growing pauses. */
export async function startWorker(
  database: Database,
  works: Readonly<Partial<Record<Queue, Work>>>,
  onError: (queue: string, error: unknown) => void,
): Promise<Worker> {
  const boss = new PgBoss({
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    // The list of running workers is for its dashboard, and the code that keeps it does not know our `Temporal` instants.
    registerInstance: false,
    // What a killed worker had taken up is given back when its heart has not beaten for so long: see the queues' migration.
    monitorIntervalSeconds: 15,
    superviseIntervalSeconds: 15,
    db: { executeSql: database.queueSql },
  })
  boss.on('error', (error) => onError('queue', error))
  await boss.start()
  for (const [queue, work] of Object.entries(works)) {
    const atOnce = together[queue as Queue] ?? 1
    const settle = async (job: { readonly id: string; readonly data: Job }): Promise<JobResult> => {
      try {
        await work(database, job.data)
        return { id: job.id, status: 'completed' }
      } catch (error) {
        onError(queue, error)
        return { id: job.id, status: 'failed' }
      }
    }
    // Each job is settled by itself: one that fails is tried again alone, and no mail goes out twice for its sake.
    await boss.work<Job, object, Options>(
      queue,
      { pollingIntervalSeconds: 1, batchSize: jobsPerFetch * atOnce, perJobResults: true, includeMetadata: true },
      async (fetched) => {
        // The urgent ones are among those fetched first, and come in no order.
        const jobs = fetched.toSorted((a, b) => b.priority - a.priority)
        const results: JobResult[] = []
        for (let from = 0; from < jobs.length; from += atOnce)
          results.push(...(await Promise.all(jobs.slice(from, from + atOnce).map(settle))))
        return results
      },
    )
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}

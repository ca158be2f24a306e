import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { Kysely } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { dialectOver } from './dialect.ts'
import { openEars, type Ears, type Heard } from './ears.ts'
import { openPool } from './pool.ts'
import type { Schema } from './schema.gen.ts'

type Query = Kysely<Schema>

/** Reading within one jurisdiction. There is no way to write with it: not in its type, and not on its connection. */
export type Read = Pick<Query, 'selectFrom' | 'with' | 'fn' | 'getExecutor'> & {
  readonly jurisdiction: Id<'jurisdiction'>
}

declare const writes: unique symbol

/** One transaction in one jurisdiction. Whatever can read can read with it; only `transact` makes one. */
export type Tx = Read &
  Pick<Query, 'insertInto' | 'updateTable' | 'deleteFrom'> & {
    readonly [writes]: true
    /** The database's clock when the transaction began. Deadlines guarded by a lock ask `clock` after taking it. */
    readonly now: Temporal.Instant
    /** Set when acts are told at a time of their own (the demonstration, tests); null in real use. */
    readonly fixedNow: Temporal.Instant | null
  }

/** Who acts, for `transact`; the system itself acts as null (jobs, set-up). */
export type Acting = Actor | null

export type Database = {
  readonly read: (jurisdiction: Id<'jurisdiction'>) => Read
  /**
   * Runs `act` in one transaction scoped to the jurisdiction. A refused Result or a throw leaves no trace.
   * Runs again, at most three times, when the database reports a deadlock or a serialization failure.
   * Throws when called inside another transaction.
   */
  readonly transact: <Value>(
    jurisdiction: Id<'jurisdiction'>,
    actor: Acting,
    act: (tx: Tx) => Promise<Value>,
  ) => Promise<Value>
  /** The time here, for whoever only reads: the database's, or the instant it stands at. */
  readonly now: () => Promise<Temporal.Instant>
  /** The same database with the clock standing at `instant`. */
  readonly at: (instant: Temporal.Instant) => Database
  /** SQL of the job queue, on the application's own role and outside any jurisdiction. */
  readonly queueSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  /** Hears what transactions tell on a channel (`pg_notify`) when they are committed, until closed. */
  readonly listen: (channel: string, heard: Heard) => Ears
  readonly close: () => Promise<void>
}

export type DatabaseOptions = {
  readonly url: string
  readonly connections?: number
  /** Milliseconds one reading may take. */
  readonly patience?: number
}

/** Longer than any page or count asks for, on a machine that is busy; a search somebody thought up ends with it. */
const patienceWithReading = 30_000

/** The role that owns nothing; row-level security holds for it. */
const applicationRole = '-c role=folkmoot_app'

const inTransaction = new AsyncLocalStorage<true>()

export function isInTransaction(): boolean {
  return inTransaction.getStore() === true
}

export function openDatabase({ url, connections = 10, patience = patienceWithReading }: DatabaseOptions): Database {
  const writers = openPool({ url, connections, options: applicationRole })
  const readers = openPool({
    url,
    connections,
    options: `${applicationRole} -c default_transaction_read_only=on -c statement_timeout=${patience}`,
  })
  const reads = new Map<Id<'jurisdiction'>, Read>()

  const read = (jurisdiction: Id<'jurisdiction'>): Read => {
    const known = reads.get(jurisdiction)
    if (known) return known
    const opened = readIn(readers.pool, jurisdiction)
    reads.set(jurisdiction, opened)
    return opened
  }

  const withClock = (fixedNow: Temporal.Instant | null): Database => ({
    read,
    transact: (jurisdiction, _actor, act) => transactIn({ writers: writers.pool, jurisdiction, fixedNow }, act),
    now: async () => fixedNow ?? (await timeOf(readers.pool)),
    // As fine as the database keeps it: what is hashed must be what is read back.
    at: (instant) => withClock(instant.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })),
    queueSql: async (text, values) => {
      // A text of several statements gives several results; the queue wants the rows of all.
      const results = [await writers.pool.query(text, values)].flat()
      return { rows: results.flatMap(({ rows }) => rows as unknown[]) }
    },
    listen: (channel, heard) => openEars({ url, channel }, heard),
    close: async () => {
      await Promise.all([writers.close(), readers.close()])
    },
  })
  return withClock(null)
}

async function timeOf(pool: Pool): Promise<Temporal.Instant> {
  const { rows } = await pool.query<{ now: Temporal.Instant }>('select clock_timestamp() as now')
  const [row] = rows
  if (!row) throw new Error('the database did not tell the time')
  return row.now
}

/** The jurisdiction a pooled reading connection is set to; set anew only when it changes hands. */
const scopeOf = new WeakMap<PoolClient, Id<'jurisdiction'>>()

function readIn(readers: Pool, jurisdiction: Id<'jurisdiction'>): Read {
  const acquire = async (): Promise<PoolClient> => {
    const client = await readers.connect()
    if (scopeOf.get(client) === jurisdiction) return client
    try {
      scopeOf.delete(client)
      await client.query({
        name: 'scope',
        text: 'select set_config($1, $2, false)',
        values: ['folkmoot.jurisdiction', jurisdiction],
      })
      scopeOf.set(client, jurisdiction)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  const query = new Kysely<Schema>({ dialect: dialectOver({ acquire, release: (client) => client.release() }) })
  return Object.assign(query, { jurisdiction })
}

type Scope = {
  readonly writers: Pool
  readonly jurisdiction: Id<'jurisdiction'>
  readonly fixedNow: Temporal.Instant | null
}

/** deadlock_detected and serialization_failure: the same act may succeed when tried again. */
const worthAnotherTry: ReadonlySet<unknown> = new Set(['40P01', '40001'])
const mostTries = 3

async function transactIn<Value>(scope: Scope, act: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (isInTransaction()) throw new Error('a transaction inside a transaction: pass `tx` on instead')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction.run(true, () => transactOnce(scope, act))
    } catch (error) {
      if (attempt === mostTries || !worthAnotherTry.has((error as { code?: unknown }).code)) throw error
    }
  }
}

async function transactOnce<Value>(scope: Scope, act: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await scope.writers.connect()
  let broken = false
  try {
    const tx = await begin(client, scope)
    const value = await act(tx)
    await client.query(isRefused(value) ? 'rollback' : 'commit')
    return value
  } catch (error) {
    // A connection that cannot roll back is closed: the server then rolls back by itself.
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function begin(client: PoolClient, { jurisdiction, fixedNow }: Scope): Promise<Tx> {
  const begun = client.query('begin')
  const scoped = client.query<{ now: Temporal.Instant }>({
    name: 'begin',
    text: 'select set_config($1, $2, true), clock_timestamp() as now',
    values: ['folkmoot.jurisdiction', jurisdiction],
  })
  const [, { rows }] = await Promise.all([begun, scoped])
  const clock = rows[0]
  if (!clock) throw new Error('the database did not tell the time')
  const dialect = dialectOver({ acquire: async () => client, release: () => {} })
  const query = new Kysely<Schema>({ dialect })
  return Object.assign(query, { jurisdiction, now: fixedNow ?? clock.now, fixedNow }) as unknown as Tx // the one maker of Tx
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

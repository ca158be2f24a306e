import type { Socket } from 'node:net'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { valueTypes } from './values.ts'
import { within } from './within.ts'

export type PoolSettings = { readonly url: string; readonly connections: number; readonly options: string }

export type OpenedPool = {
  readonly pool: Pool
  /** Lets what is under way finish for a second; then breaks it off, and whoever waits hears of it. */
  readonly close: () => Promise<void>
}

export function openPool({ url, connections, options }: PoolSettings): OpenedPool {
  const config: PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: connections,
    options,
    types: valueTypes,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  }
  const pool = new Pool(config)
  const open = new Set<PoolClient>()
  // A connection that dies while idle (a restarted server) is replaced by the next query; nothing is lost with it.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    open.add(client)
    client.on('error', () => {})
  })
  pool.on('remove', (client) => void open.delete(client))
  return { pool, close: () => closePool(pool, open) }
}

const patience = 1_000 // milliseconds

/** A query may wait for a lock of somebody else, or for a server that no longer answers: neither ends by itself. */
async function closePool(pool: Pool, open: ReadonlySet<PoolClient>): Promise<void> {
  const ended = pool.end()
  if (await within(patience, ended)) return
  for (const client of open) socketOf(client).destroy()
  // What is left now is a connection just being made: it is given up when its own time is over.
  await within(patience, ended)
}

/** `pg` has no way to end a connection on which something is under way, and does not type the one it uses itself. */
function socketOf(client: PoolClient): Socket {
  return (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream
}

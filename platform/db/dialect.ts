import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'
import { toParameter } from './values.ts'

/** Where a query finds its connection, and gives it back. */
export type ConnectionSource = {
  readonly acquire: () => Promise<PoolClient>
  readonly release: (client: PoolClient) => void
}

/**
 * Kysely over connections we hand out ourselves: a pooled one whose scope has been set, or the one of a running transaction.
 * Transactions are begun by `transact` alone, so the driver refuses to begin one.
 */
export function dialectOver(source: ConnectionSource): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driverOver(source),
  }
}

function driverOver(source: ConnectionSource): Driver {
  const clients = new WeakMap<DatabaseConnection, PoolClient>()
  return {
    init: async () => {},
    acquireConnection: async () => {
      const client = await source.acquire()
      const connection = connectionOver(client)
      clients.set(connection, client)
      return connection
    },
    releaseConnection: async (connection) => {
      const client = clients.get(connection)
      if (client) source.release(client)
    },
    beginTransaction: async () => refuseOwnTransaction(),
    commitTransaction: async () => refuseOwnTransaction(),
    rollbackTransaction: async () => refuseOwnTransaction(),
    destroy: async () => {},
  }
}

function connectionOver(client: PoolClient): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const result = await client.query<Row & object>({
        name: nameOf(query.sql),
        text: query.sql,
        values: query.parameters.map(toParameter),
      })
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // oxlint-disable-next-line require-yield
    streamQuery: async function* () {
      throw new Error('Folkmoot pages by key; it does not stream queries')
    },
  }
}

/**
 * Names make the server keep the plan of a statement: planning with row-level security costs more than running most of them.
 * The house has some hundreds of texts; lists of varying length could make more, and those go unnamed.
 */
const names = new Map<string, string>()
const mostNames = 800
const listOfValues = /\(\$\d+(, \$\d+)+\)/

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames || listOfValues.test(text)) return known
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

function refuseOwnTransaction(): never {
  throw new Error('only `transact` begins a transaction')
}

import { createHash } from 'node:crypto'
import { Client } from 'pg'

/** SQL files by name, bundled at build so that a release carries its own migrations. */
const files = import.meta.glob<string>('../../db/migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({
    name: path.slice(path.lastIndexOf('/') + 1, -'.sql'.length),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

// Any fixed number: it names "migrating Folkmoot" among the advisory locks of the database.
const migrationLock = 7_308_604

export type MigrateOptions = {
  readonly url: string
  /** The name of the last file to apply: a backup is loaded into the shape it was taken from. */
  readonly upTo?: string
}

/**
 * Brings a database to this release: each missing file in one transaction, under a lock so that one node migrates.
 * Throws when an applied file has changed since, or when the database is newer than this release.
 */
export async function migrate({ url, upTo }: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`
      create schema if not exists folkmoot;
      create table if not exists folkmoot.migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default clock_timestamp()
      )`)
    return { applied: await applyMissing(client, upTo) }
  } finally {
    await client.end()
  }
}

async function applyMissing(client: Client, upTo?: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from folkmoot.migration',
  )
  const done = new Map(rows.map((row) => [row.name, row.checksum]))
  refuseStrangers(done)
  const applied: string[] = []
  for (const migration of migrations) {
    if (done.has(migration.name)) continue
    if (upTo !== undefined && migration.name > upTo) break
    await apply(client, migration)
    applied.push(migration.name)
  }
  return applied
}

function refuseStrangers(done: ReadonlyMap<string, string>): void {
  for (const [name, checksum] of done) {
    const ours = migrations.find((migration) => migration.name === name)
    if (!ours)
      throw new Error(`The database has migration ${name}, which this release does not know. Start the newer release.`)
    if (ours.checksum !== checksum)
      throw new Error(`Migration ${name} has changed since it was applied. Migrations are never edited.`)
  }
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into folkmoot.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

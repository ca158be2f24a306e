import { Client, escapeIdentifier } from 'pg'

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

/** What the second of two hears, depending on how close it came: duplicate_database, unique_violation. */
const alreadyThere: ReadonlySet<unknown> = new Set(['42P04', '23505'])

/** Makes the database the address names unless it is there. Two doing so at once both succeed. */
export async function ensureDatabase(url: string): Promise<{ readonly isNew: boolean }> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  return onServer(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return { isNew: false }
    try {
      await client.query(`create database ${escapeIdentifier(name)}`)
      return { isNew: true }
    } catch (error) {
      if (alreadyThere.has((error as { code?: string }).code)) return { isNew: false }
      throw error
    }
  })
}

export async function copyDatabase(
  url: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await onServer(url, (client) =>
    client.query(`create database ${escapeIdentifier(to)} template ${escapeIdentifier(from)}`),
  )
}

/** Ends whoever still uses it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  await onServer(url, (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`))
}

/** The database the address names, and all whose names go on from its name. */
export async function dropFamily(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const family = await onServer(url, (client) =>
    client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [name]),
  )
  for (const { datname } of family.rows) await dropDatabase(urlOfDatabase(url, datname))
}

async function onServer<Value>(url: string, act: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: urlOfDatabase(url, 'postgres') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { inject, vi } from 'vitest'
import { copyDatabase, dropDatabase, urlOfDatabase } from './databases.ts'

export type TestDatabase = {
  /** Its address as the owner; `openDatabase` takes the application's role by itself. */
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A migrated database for one test file and for nobody else; a copy of `from` when that is given. */
export async function testDatabase(from?: string): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  const to = `folkmoot_test_${randomBytes(6).toString('hex')}`
  await copyDatabase(templateUrl, { from: from ?? nameIn(templateUrl), to })
  const url = urlOfDatabase(templateUrl, to)
  return { url, drop: () => dropDatabase(url) }
}

/** How many statements this process sends while `act` runs: what must not grow with the number of people. */
export async function statementsDuring(act: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(Client.prototype, 'query')
  try {
    await act()
    return sent.mock.calls.length
  } finally {
    sent.mockRestore()
  }
}

/**
 * Every table of the database, the queue's too, in which these words stand in any column: as text, in json or as bytes. As its owner,
 * of every place.
 */
export async function tablesWith(url: string, words: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ readonly name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1`)
    const looked = [`%${words}%`, `%${Buffer.from(words).toString('hex')}%`]
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select from ${name} t where t::text ilike any($1) limit 1`, [looked])
      if (rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

export type FilledTemplate = {
  readonly name: string
  /** What filling it gave. */
  readonly remembered: string
}

/**
 * A database for several test files to begin with a copy of. Whoever asks first fills it, the others wait; the server of the
 * tests drops it with the template it began as. What was remembered stands as its comment: without one it was not filled whole.
 */
export async function filledTemplate(what: string, fill: (url: string) => Promise<string>): Promise<FilledTemplate> {
  const templateUrl = inject('templateUrl')
  const name = `${nameIn(templateUrl)}_${what}`
  const url = urlOfDatabase(templateUrl, name)
  const server = new Client({ connectionString: urlOfDatabase(templateUrl, 'postgres') })
  await server.connect()
  try {
    await server.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]) // let go at the end of the connection
    const { rows } = await server.query<{ remembered: string | null }>(
      `select shobj_description(oid, 'pg_database') as remembered from pg_database where datname = $1`,
      [name],
    )
    const known = rows[0]?.remembered
    if (known) return { name, remembered: known }
    await dropDatabase(url)
    await copyDatabase(templateUrl, { from: nameIn(templateUrl), to: name })
    const remembered = await fill(url)
    await countRows(url)
    await server.query(`comment on database ${escapeIdentifier(name)} is ${escapeLiteral(remembered)}`)
    return { name, remembered }
  } finally {
    await server.end()
  }
}

/**
 * What the server does by itself within minutes where an installation runs: until it knows how many rows there are it plans for few, and
 * a copy of a full database is asked to its end before that.
 */
export async function countRows(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1)
}

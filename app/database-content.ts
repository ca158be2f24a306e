import { Client } from 'pg'
import { urlOfDatabase } from '../platform/db/databases.ts'

export type Content = 'nothing' | 'demonstration' | 'real'

/**
 * What lies in a database, of any release. A single place that is neither invented nor told makes it real; and so do told
 * places alone, which somebody imported: the demonstration has its invented town.
 */
export function contentOf(url: string): Promise<Content> {
  return ask(url, async (client) => {
    if (!(await hasTable(client, 'directory.jurisdiction'))) return 'nothing'
    const { rows } = await client.query<{ is_real: boolean | null }>(
      'select bool_or(not is_fictional and not is_told) or not bool_or(is_fictional) as is_real from directory.jurisdiction',
    )
    const isReal = rows[0]?.is_real ?? null
    if (isReal === null) return 'nothing'
    return isReal ? 'real' : 'demonstration'
  })
}

export function hasDatabase(url: string): Promise<boolean> {
  return ask(urlOfDatabase(url, 'postgres'), async (client) => {
    const name = decodeURIComponent(new URL(url).pathname.slice(1))
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    return rowCount === 1
  })
}

/** A database that was made and left empty (by an import that was refused) is not in use; one that waits for its set-up is. */
export async function isInUse(url: string): Promise<boolean> {
  if (!(await hasDatabase(url))) return false
  if ((await contentOf(url)) !== 'nothing') return true
  return ask(url, async (client) => {
    if (!(await hasTable(client, 'folkmoot.setting'))) return false
    const { rowCount } = await client.query("select 1 from folkmoot.setting where key = 'set-up-code'")
    return rowCount === 1
  })
}

async function hasTable(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [name])
  return (rows[0]?.found ?? null) !== null
}

async function ask<Value>(url: string, question: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await question(client)
  } finally {
    await client.end()
  }
}

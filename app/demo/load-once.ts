import { Client } from 'pg'
import type { Database } from '../../platform/db/index.ts'
import { contentOf } from '../database-content.ts'
import { loadDemonstration } from './load.ts'

// Any fixed number: it names "loading the demonstration" among the advisory locks of the database.
const loadingLock = 7_308_605

export type Empty = { readonly url: string; readonly database: Database }

/**
 * Loads the demonstration into an empty database; two first starts at once load it once, and the second waits. True when
 * it was loaded now. Says so when an earlier load was cut off: what it left is told apart by nobody.
 */
export async function loadOnce({ url, database }: Empty, say: (line: string) => void): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [loadingLock])
    if ((await contentOf(url)) === 'nothing') {
      await loadDemonstration(database, say)
      await client.query(`insert into folkmoot.setting (key, value) values ('demonstration-is-whole', 'true')`)
      return true
    }
    const { rowCount } = await client.query(`select 1 from folkmoot.setting where key = 'demonstration-is-whole'`)
    if (rowCount === 0) say('The demonstration was not loaded to its end. To begin anew: folkmoot demo reset')
    return false
  } finally {
    await client.end()
  }
}

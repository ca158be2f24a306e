import { writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { allJurisdictions } from '../platform/directory/index.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/**
 * Tells which votes each map of the measured town was drawn from, in milliseconds since 1970.
 * Usage: node dist/server/measured-maps.js FILE
 */
async function main(): Promise<void> {
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = (await allJurisdictions(opened.database)).find(({ slug }) => slug === 'measured')
  if (!town) throw new Error('the measured town is not there')
  const { rows } = await sql`
    select version, people, extract(epoch from drawn_at)::float8 * 1000 as "drawnAt",
      extract(epoch from counted_until)::float8 * 1000 as "countedUntil"
    from opinion.map order by version`.execute(opened.database.read(town.id))
  const [file = ''] = process.argv.slice(2)
  await writeFile(file, JSON.stringify(rows))
  await opened.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})

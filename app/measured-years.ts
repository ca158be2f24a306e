import { writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database, Read } from '../platform/db/index.ts'
import { todayIn } from '../platform/directory/index.ts'
import { openSession } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'
import { putYears } from './years/place.ts'

/**
 * Prepares a place that has kept its record for twenty years: so many cases with a text of twenty recommendations, what the council
 * answered, promised and measured, and a few younger ones. Usage: node dist/server/measured-years.js FILE CASES
 */
async function main(): Promise<void> {
  const [file = '', cases = '2000'] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  const made = await putYears(opened.database, town, {
    cases: Number(cases),
    today: todayIn(town.place, Temporal.Now.instant()),
    say: (line) => process.stderr.write(`\r${line}`),
  })
  process.stderr.write('\n')
  const counts = await countsOf(opened.database.read(town.place.id))
  const tokens = await tokensOf(opened.database, town)
  // Cases of every age, spread over the years.
  const every = Math.max(1, Math.floor(made.length / 200))
  const slugs = made.filter(({ at }) => at % every === 0).map(({ slug }) => slug)
  await writeFile(file, JSON.stringify({ ...counts, tokens, slugs }))
  await opened.close()
}

type Counts = Readonly<Record<'cases' | 'recommendations' | 'commitments' | 'measurements' | 'facts', number>>

async function countsOf(read: Read): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*)::int from problem.problem) as cases,
      (select count(*)::int from draft.recommendation) as recommendations,
      (select count(*)::int from delivery.commitment) as commitments,
      (select count(*)::int from outcome.measurement) as measurements,
      (select count(*)::int from ledger.event) as facts`.execute(read)
  const [row] = rows
  if (!row) throw new Error('a count is a row')
  return row
}

/** Who looks: the mayor, a clerk, and a resident who has had something to say for twenty years. */
async function tokensOf(database: Database, { place, people }: Town): Promise<Readonly<Record<string, string>>> {
  const names = { mayor: 'dora', clerk: 'chen', resident: 'alice' } as const
  return database.transact(place.id, null, async (tx) => {
    const tokens: [string, string][] = []
    for (const [who, name] of Object.entries(names)) {
      const { account } = people[name]
      if (account) tokens.push([who, (await openSession(tx, account, { means: 'testing' })).token])
    }
    return Object.fromEntries(tokens)
  })
}

await main()

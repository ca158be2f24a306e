import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { eraseAgain } from '../overview/index.ts'
import type { Database } from '../platform/db/index.ts'
import { leftAccounts, notLeftOf } from '../platform/identity/index.ts'
import type { Places } from './places.ts'

/**
 * Which accounts were erased, in a file beside the database: a backup of the database made before brings them back, and this file
 * does not come from it. A line holds the number of a place and that of an account, which lead to nobody but in such a backup.
 */
export type Erasures = { readonly file: string }

export function openErasures(dataFolder: string): Erasures {
  return { file: join(dataFolder, 'erased.txt') }
}

type Here = { readonly database: Database; readonly places: Places; readonly erasures: Erasures }

/** What the file knows and the database does not is erased; what the database knows and the file does not is written down. */
export async function keepErased({ database, places, erasures }: Here): Promise<{ readonly again: number }> {
  const written = await readErasures(erasures)
  let again = 0
  const missing: string[] = []
  for (const { id: place } of await places.all()) {
    const known = written.get(place) ?? new Set()
    for (const account of await notLeftOf(database.read(place), [...known])) {
      await eraseAgain(database, place, account)
      again += 1
    }
    const left = await leftAccounts(database.read(place))
    missing.push(...left.filter((account) => !known.has(account)).map((account) => `${place} ${account}\n`))
  }
  if (missing.length > 0) await append(erasures, missing.join(''))
  return { again }
}

/** By place. A line that was cut off by a loss of power is none: the database knows it still. */
async function readErasures({ file }: Erasures): Promise<ReadonlyMap<Id<'jurisdiction'>, ReadonlySet<Id<'account'>>>> {
  const byPlace = new Map<Id<'jurisdiction'>, Set<Id<'account'>>>()
  for (const line of (await textOf(file)).split('\n')) {
    const [first, second, ...more] = line.split(' ')
    const [place, account] = [parseId('jurisdiction', first), parseId('account', second)]
    if (!place || !account || more.length > 0) continue
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(account))
  }
  return byPlace
}

/** Durable when it returns; begins a line of its own, whatever the last one ended with. */
async function append({ file }: Erasures, lines: string): Promise<void> {
  const before = await textOf(file)
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(before === '' || before.endsWith('\n') ? lines : `\n${lines}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '' // nobody has left yet
    throw error
  })
}

import { resolve } from 'node:path'
import { Client } from 'pg'
import type { BesideFiles } from '../../platform/db/backup-format.ts'
import { backup } from '../../platform/db/backup.ts'
import { openDatabase } from '../../platform/db/index.ts'
import { restore } from '../../platform/db/restore.ts'
import { everyFile, putBack, type FileStore } from '../../platform/files/index.ts'
import { bind } from '../bindings.ts'
import { keepErased, openErasures, type Erasures } from '../erasures.ts'
import { findConfigured, openConfigured } from '../open-database.ts'
import { openFiles } from '../open-files.ts'
import { openPlaces } from '../places.ts'
import { demand, say, type Command } from './command.ts'

export const backupCommand: Command = {
  call: ['backup'],
  usage: 'backup FILE',
  does: 'Writes everything, database and pictures, to FILE: consistent, sealed with a checksum. Never overwrites.',
  run: async ([file], settings) => {
    const path = demand(file, 'backup FILE')
    const opened = await openConfigured(settings, settings.demo ? 'demo' : 'real')
    try {
      const { tables, files } = await backup(opened.url, path, besideIn(openFiles(settings, opened)))
      say(`${tables} tables and ${files} files are in ${path}.`)
    } finally {
      await opened.close()
    }
  },
}

export const restoreCommand: Command = {
  call: ['restore'],
  usage: 'restore FILE',
  does: 'Reads FILE into an empty database. Refuses one that holds anything.',
  run: async ([file], settings) => {
    const path = demand(file, 'restore FILE')
    // A restored database is never a demonstration's by accident. It brings its own tables: nothing is migrated before.
    const found = await findConfigured(settings, settings.demo ? 'demo' : 'real-or-new')
    try {
      const { tables, files } = await restore(found.url, path, besideIn(openFiles(settings, found)))
      await endSessions(found.url)
      await eraseWhoLeft(found.url, openErasures(resolve(settings.dataFolder)))
      say(`${path} is restored: ${tables} tables and ${files} files.`)
    } finally {
      await found.stop()
    }
  },
}

export const eraseAgainCommand: Command = {
  call: ['erase-again'],
  usage: 'erase-again FILE',
  does: 'Erases once more the accounts that FILE, a copy of erased.txt, says have left: after a backup was put back elsewhere.',
  run: async ([file], settings) => {
    const path = demand(file, 'erase-again FILE')
    const opened = await openConfigured(settings, settings.demo ? 'demo' : 'real')
    try {
      await eraseWhoLeft(opened.url, { file: path })
    } finally {
      await opened.close()
    }
  },
}

async function eraseWhoLeft(url: string, erasures: Erasures): Promise<void> {
  bind()
  const database = openDatabase({ url })
  try {
    const { again } = await keepErased({ database, places: openPlaces(database), erasures })
    if (again > 0) say(`Erased again: ${again} accounts of people who have left since.`)
  } finally {
    await database.close()
  }
}

/** What lies beside the database: the pictures people sent. */
function besideIn(store: FileStore): BesideFiles {
  return { all: () => everyFile(store), put: (name, bytes) => putBack(store, name, bytes) }
}

/** Who signed out since the backup was taken must not be signed in by it: everybody signs in anew. */
async function endSessions(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('delete from identity.session')
  } finally {
    await client.end()
  }
}

import { backup, restore } from '../../platform/db/backup.ts'
import { findConfigured, openConfigured } from '../open-database.ts'
import { demand, say, type Command } from './command.ts'

export const backupCommand: Command = {
  call: ['backup'],
  usage: 'backup FILE',
  does: 'Writes everything in the database to FILE: consistent, sealed with a checksum. Never overwrites.',
  run: async ([file], settings) => {
    const path = demand(file, 'backup FILE')
    const opened = await openConfigured(settings, settings.demo ? 'demo' : 'real')
    try {
      const { tables } = await backup(opened.url, path)
      say(`${tables} tables are in ${path}.`)
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
      await restore(found.url, path)
      say(`${path} is restored.`)
    } finally {
      await found.stop()
    }
  },
}

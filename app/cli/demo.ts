import { dropDatabase } from '../../platform/db/databases.ts'
import { bind } from '../bindings.ts'
import { loadOnce } from '../demo/load-once.ts'
import { findConfigured, openConfigured } from '../open-database.ts'
import type { Settings } from '../settings.ts'
import { say, type Command } from './command.ts'

export const demoLoadCommand: Command = {
  call: ['demo', 'load'],
  usage: 'demo load',
  does: 'Loads the demonstration into its own, empty database.',
  run: async (_args, settings) => loadInto(settings),
}

export const demoResetCommand: Command = {
  call: ['demo', 'reset'],
  usage: 'demo reset',
  does: 'Throws the demonstration away and loads it anew. Stop the server first.',
  run: async (_args, settings) => {
    // Finding it refuses a database with a real place, whatever the settings say.
    const found = await findConfigured(settings, 'demo')
    try {
      await dropDatabase(found.url)
      await loadInto(settings)
    } finally {
      await found.stop()
    }
  },
}

async function loadInto(settings: Settings): Promise<void> {
  bind()
  const opened = await openConfigured(settings, 'demo')
  try {
    if (!(await loadOnce(opened, say)))
      throw new Error('The demonstration is loaded already. To begin anew: folkmoot demo reset')
    say('The demonstration is loaded.')
  } finally {
    await opened.close()
  }
}

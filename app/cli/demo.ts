import { dropDatabase } from '../../platform/db/databases.ts'
import { bind } from '../bindings.ts'
import { loadDemonstration } from '../demo/load.ts'
import { openConfigured } from '../open-database.ts'
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
    const opened = await openConfigured({ ...settings, demo: true })
    const holdsRealPlace = !opened.isNew && settings.databaseUrl !== null && settings.demo !== true
    await opened.database.close()
    if (holdsRealPlace) {
      await opened.close()
      throw new Error('This database is not a demonstration. Set FOLKMOOT_DEMO=on to say that it is.')
    }
    await dropDatabase(opened.url)
    await loadInto(settings)
  },
}

async function loadInto(settings: Settings): Promise<void> {
  bind()
  const opened = await openConfigured({ ...settings, demo: true })
  try {
    if (!opened.isNew) throw new Error('The demonstration is loaded already. To begin anew: folkmoot demo reset')
    await loadDemonstration(opened.database, say)
    say('The demonstration is loaded.')
  } finally {
    await opened.close()
  }
}

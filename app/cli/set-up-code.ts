import { openConfigured } from '../open-database.ts'
import { makeSetUpCode } from '../set-up-code.ts'
import { say, type Command } from './command.ts'

export const setUpCodeCommand: Command = {
  call: ['set-up-code'],
  usage: 'set-up-code',
  does: 'Prints a new one-time address for setting up a place, good for a day; an earlier one is void.',
  run: async (_args, settings) => {
    const opened = await openConfigured(settings, 'real-or-new')
    try {
      const origin = settings.origin ?? `http://localhost:${settings.port}`
      say(`${origin}/set-up/${await makeSetUpCode(opened.database)}`)
    } finally {
      await opened.close()
    }
  },
}

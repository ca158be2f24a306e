import { withoutSecrets } from '../settings.ts'
import { say, type Command } from './command.ts'

export const configCommand: Command = {
  call: ['config'],
  usage: 'config',
  does: 'Prints the settings in force, without secrets.',
  run: async (_args, settings) => {
    for (const [name, value] of Object.entries(withoutSecrets(settings))) say(`${name}: ${value ?? 'not set'}`)
  },
}

import { readSettings } from '../settings.ts'
import { say, type Command } from './command.ts'
import { commands } from './commands.ts'

/** Runs `folkmoot WORDS …` in this environment; false when there is no such command. Throws one readable sentence. */
export async function runCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<boolean> {
  const command = commands.find(({ call }) => call.every((word, at) => words[at] === word))
  if (!command) {
    say(`Folkmoot\n\n${commands.map(helpOf).join('\n')}`)
    return words[0] === 'help' || words.length === 0
  }
  await command.run(words.slice(command.call.length), readSettings(environment))
  return true
}

function helpOf({ usage, does }: Command): string {
  return `  folkmoot ${usage}\n      ${does}`
}

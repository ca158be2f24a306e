import { commands } from './cli/commands.ts'
import { readSettings } from './settings.ts'

/** `folkmoot COMMAND …`: one file per command under `cli/`. */
async function main(): Promise<void> {
  const [name = 'help', ...rest] = process.argv.slice(2)
  const words = [name, ...rest]
  const command = commands.find(({ call }) => call.every((word, at) => words[at] === word))
  if (!command) {
    process.stdout.write(
      `Folkmoot\n\n${commands.map(({ usage, does }) => `  folkmoot ${usage}\n      ${does}`).join('\n')}\n`,
    )
    process.exitCode = name === 'help' ? 0 : 1
    return
  }
  await command.run(words.slice(command.call.length), readSettings(process.env))
}

// `folkmoot export … | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

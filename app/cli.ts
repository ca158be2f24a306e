import { runCommandLine } from './cli/run.ts'

// `folkmoot export … | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

/** `folkmoot COMMAND …`: one file per command under `cli/`. */
runCommandLine(process.argv.slice(2), process.env)
  .then((isKnown) => {
    process.exitCode = isKnown ? 0 : 1
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })

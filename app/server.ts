import { fileURLToPath } from 'node:url'
import { readSettings } from './settings.ts'
import { start, type Running } from './start.ts'

/** The program: starts, prints where to go, and ends in order when told to. */
async function main(): Promise<void> {
  let running: Running | null = null
  const end = endOnce(() => running)
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  running = await start(readSettings(process.env), fileURLToPath(new URL('../client', import.meta.url)))
  greet(running)
}

/**
 * Milliseconds after which the program ends whatever still hangs: less than the ten seconds Docker gives it before it is
 * killed. Nothing acknowledged can be lost by it, and the database is stopped by its guardian.
 */
const longestEnd = 9_000

/** Milliseconds within which a second signal is the first one heard twice: from the terminal, and passed on by npm. */
const echo = 1_000

/** What a signal does: ends in order; while starting, or when it is given again, ends at once. */
function endOnce(running: () => Running | null): (signal: NodeJS.Signals, number: number) => void {
  let since: number | undefined
  return (_signal, number) => {
    const house = running()
    if (!house || (since !== undefined && performance.now() - since > echo)) process.exit(128 + number)
    if (since !== undefined) return
    since = performance.now()
    const giveUp = (words: string): never => {
      process.stderr.write(`${words}\n`)
      process.exit(1)
    }
    setTimeout(() => giveUp('Something did not end in time and was cut off.'), longestEnd)
    house.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(String(error)),
    )
  }
}

function greet({ origin, setUpCode, house }: Running): void {
  const lines = [`Folkmoot is open at ${origin}`]
  if (house.isDemo) lines.push('This is a demonstration: try each role at the page "Be one of these people".')
  if (setUpCode) lines.push(`Set it up (this address works once, for a day): ${origin}/set-up/${setUpCode}`)
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

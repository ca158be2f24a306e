import { fileURLToPath } from 'node:url'
import { readSettings } from './settings.ts'
import { start, type Running } from './start.ts'

/** The program: starts, prints where to go, and ends in order when told to. */
async function main(): Promise<void> {
  const running = await start(readSettings(process.env), fileURLToPath(new URL('../client', import.meta.url)))
  greet(running)
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    void running.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

function greet({ origin, setUpCode, house }: Running): void {
  const lines = [`Folkmoot is open at ${origin}`]
  if (house.isDemo) lines.push('This is a demonstration: try each role at the page "Be one of these people".')
  if (setUpCode) lines.push(`Set it up (this address works once): ${origin}/set-up/${setUpCode}`)
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { runCommandLine } from './run.ts'

export type CommandLine = {
  /** Runs a command as the shell would, and returns what it printed. */
  readonly folkmoot: (...words: readonly string[]) => Promise<string>
  readonly environment: NodeJS.ProcessEnv
  readonly end: () => void
}

/** A command line with a data folder of its own. */
export function commandLine(environment: NodeJS.ProcessEnv = {}): CommandLine {
  const dataFolder = mkdtempSync(join(tmpdir(), 'folkmoot-cli-'))
  // Root's embedded server runs as somebody else, who has to reach it.
  chmodSync(dataFolder, 0o755)
  const all = { FOLKMOOT_DATA: dataFolder, ...environment }
  return {
    environment: all,
    folkmoot: async (...words) => {
      const printed: string[] = []
      const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        printed.push(String(text))
        return true
      })
      try {
        await runCommandLine(words, all)
      } finally {
        spy.mockRestore()
      }
      return printed.join('')
    },
    end: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}

/** Structured lines on standard output. No tokens, votes, addresses or request bodies ever get here. */
export type Log = {
  readonly error: (what: string, error: unknown) => void
  readonly info: (what: string, details?: Readonly<Record<string, string | number>>) => void
}

const ranks = { error: 0, info: 1, debug: 2 } as const

export function openLog(level: keyof typeof ranks): Log {
  const write = (line: Readonly<Record<string, unknown>>): void => {
    process.stdout.write(`${JSON.stringify({ at: Temporal.Now.instant().toString(), ...line })}\n`)
  }
  return {
    error: (what, error) => write({ level: 'error', what, error: describe(error) }),
    info: (what, details) => {
      if (ranks[level] >= ranks.info) write({ level: 'info', what, ...details })
    },
  }
}

/** Name, message and stack; never the parameters of a query, which can be a person's words. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? error.code : undefined
  return { name: error.name, message: error.message, code, stack: error.stack?.split('\n').slice(1, 8).join('\n') }
}

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
  if (typeof error !== 'object' || error === null) return { message: String(error) }
  // A library may pass a copy of an error, which is no `Error` any more and has its words all the same.
  const { name, message, code, stack } = error as Readonly<Record<string, unknown>>
  return {
    name,
    message: message ?? 'no message',
    code,
    stack: typeof stack === 'string' ? shortened(stack) : undefined,
  }
}

/** Where it happened, without the message, which stands at the head of a stack. */
function shortened(stack: string): string {
  const lines = stack.split('\n').filter((line) => /^\s*at /.test(line))
  return lines.slice(0, 7).join('\n')
}

type Details = Readonly<Record<string, string | number>>

/** Structured lines on standard output. No tokens, votes, addresses or request bodies ever get here. */
export type Log = {
  readonly error: (what: string, error: unknown, details?: Details) => void
  readonly info: (what: string, details?: Details) => void
}

const ranks = { error: 0, info: 1, debug: 2 } as const

export function openLog(level: keyof typeof ranks): Log {
  const write = (line: Readonly<Record<string, unknown>>): void => {
    process.stdout.write(`${oneLine({ at: Temporal.Now.instant().toString(), ...line })}\n`)
  }
  return {
    error: (what, error, details) => write({ level: 'error', what, ...details, error: describe(error) }),
    info: (what, details) => {
      if (ranks[level] >= ranks.info) write({ level: 'info', what, ...details })
    },
  }
}

/** JSON leaves letters as they are that a terminal takes for orders, ends a line with, or turns a line around for. */
function oneLine(line: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(line).replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
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

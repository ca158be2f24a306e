import { Client } from 'pg'

/** What was told on a channel; null when the connection was just made, and words may have been missed. */
export type Heard = (word: string | null) => void

export type Ears = { readonly close: () => Promise<void> }

/** Milliseconds until a lost connection is tried again. */
const pause = 500

/**
 * Listens on a channel of the database, on a connection of its own that is made anew whenever it is lost. A word is only
 * ever a reason to look: whoever needs to miss nothing looks at what the tables say, also when `heard` gets null.
 */
export function openEars({ url, channel }: { readonly url: string; readonly channel: string }, heard: Heard): Ears {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let client: Client | undefined

  const listen = async (): Promise<void> => {
    const made = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
    client = made
    const lost = (): void => {
      if (client !== made) return
      client = undefined
      made.end().catch(() => {}) // it has gone: nothing is left to end
      if (!isClosed) timer = setTimeout(begin, pause)
    }
    made.on('error', lost)
    made.on('end', lost)
    made.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await made.connect()
      await made.query(`listen ${made.escapeIdentifier(channel)}`)
      heard(null)
    } catch {
      lost()
    }
  }
  const begin = (): void => void listen()
  begin()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

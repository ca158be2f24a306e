import { wrongTries, wrongTriesPerHour } from '../platform/identity/index.ts'
import type { House } from './house.ts'

/**
 * An alarm in the log when codes are guessed at: over all addresses of all places together, for whoever tries each address a
 * few times is seen at none of them. Once an hour, and only a number: nobody's address.
 */
export function watchGuessing({
  database,
  places,
  log,
}: Pick<House, 'database' | 'places' | 'log'>): () => Promise<void> {
  let quietUntil: Temporal.Instant | null = null
  return async () => {
    const now = await database.now()
    if (quietUntil && Temporal.Instant.compare(now, quietUntil) < 0) return
    const all = await Promise.all((await places.all()).map(({ id }) => wrongTries(database.read(id), now)))
    const wrong = all.reduce((sum, one) => sum + one, 0)
    if (wrong <= wrongTriesPerHour) return
    quietUntil = now.add({ hours: 1 })
    const message = `${wrong} wrong codes in the last hour, over all addresses; up to ${wrongTriesPerHour} can be accident`
    log.error('somebody guesses at codes to sign in', { name: 'alarm', message })
  }
}

import { setImmediate } from 'node:timers/promises'
import type { Pieces } from './piece-rules.ts'

/** Does the pieces one by one; between two of them whatever else waits in this process has its turn. */
export async function inTurns<Result>(pieces: Pieces<Result>): Promise<Result> {
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value
    await setImmediate()
  }
}

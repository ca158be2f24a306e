import { leastInCell } from '@folkmoot/tally/suppress.ts'
import type { PublishedStatement, Shares } from './lists.ts'

/** What a map shows of its statements, and how many had voted on each when that was drawn. */
export type KeptShares = {
  /** Of the groups that are shown. */
  readonly letters: readonly number[]
  readonly of: readonly (PublishedStatement & { readonly seen: number })[]
}

export const untold: Shares = { agree: null, disagree: null }

/**
 * What is shown of a statement stays until five people more have voted on it: else whoever knows that one alone did reads her vote off
 * two maps. Where other groups are shown meanwhile nothing is said of groups until then. The last map is drawn anew as well where
 * nobody more has voted on it: votes that were changed count there. What is hidden now keeps its place. O(statements).
 */
export function keptOr(fresh: KeptShares, last: KeptShares | undefined, isFinal: boolean): KeptShares {
  if (!last) return fresh
  const before = new Map(last.of.map((one) => [one.number, one]))
  const isAlike = fresh.letters.join() === last.letters.join()
  const shown = fresh.of.map((now) => {
    const then = before.get(now.number)
    before.delete(now.number)
    if (!then || isDue(now.seen - then.seen, isFinal)) return now
    return isAlike ? then : { ...then, groups: fresh.letters.map(() => untold) }
  })
  const absent = [...before.values()].map((one) => ({ ...one, groups: fresh.letters.map(() => untold) }))
  return { letters: fresh.letters, of: [...shown, ...absent] }
}

function isDue(more: number, isFinal: boolean): boolean {
  return more >= leastInCell || (isFinal && more === 0)
}

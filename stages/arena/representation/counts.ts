import type { Id } from '@folkmoot/basics/ids.ts'
import type { ToldFeatures } from '../features/told-store.ts'

/** How many of a crowd told what: sums alone, nobody among them can be found again. */
export type CrowdCounts = {
  /** In the crowd, whether they told anything or not. */
  readonly people: number
  /** Who told anything. */
  readonly told: number
  readonly counts: ReadonlyMap<Id<'feature-value'>, number>
}

export function countsOf(
  accounts: readonly Id<'account'>[],
  told: ReadonlyMap<Id<'account'>, ToldFeatures>,
): CrowdCounts {
  const counts = new Map<Id<'feature-value'>, number>()
  const crowd = new Set(accounts)
  const tellers = [...crowd].flatMap((account) => told.get(account) ?? [])
  for (const values of tellers) for (const value of values.values()) counts.set(value, (counts.get(value) ?? 0) + 1)
  return { people: crowd.size, told: tellers.length, counts }
}

/** Below this many nothing is drawn anew: what came since would be the difference. */
export const leastNew = 5

/** Whether so many came or went that the difference to what was last shown betrays nobody. */
export function isWorthDrawing(before: Pick<CrowdCounts, 'told'> | undefined, now: Pick<CrowdCounts, 'told'>): boolean {
  return Math.abs(now.told - (before?.told ?? 0)) >= leastNew
}

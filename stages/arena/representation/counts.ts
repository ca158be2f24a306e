import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInCell } from '@folkmoot/tally/suppress.ts'
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

/** The values of a feature that are compared with the place. */
export type ComparedFeature = readonly Id<'feature-value'>[]

/**
 * What is kept of a crowd counted anew: each feature as it is now where five more or five fewer told it, else as it was, so that
 * the difference to what was last shown betrays nobody. Undefined where no feature changes. How many are in the crowd, and how many
 * told anything, changes with a feature only, and says of nobody what she told.
 */
export function renewed(
  before: CrowdCounts | undefined,
  now: CrowdCounts,
  features: readonly ComparedFeature[],
): CrowdCounts | undefined {
  const counts = new Map<Id<'feature-value'>, number>()
  let isChanged = false
  for (const ids of features) {
    const [was, is] = [tellersOf(before, ids), tellersOf(now, ids)]
    const isNew = Math.abs(is - was) >= leastInCell
    if (isNew) isChanged = true
    for (const id of ids) {
      const count = (isNew ? now : before)?.counts.get(id)
      if (count !== undefined) counts.set(id, count)
    }
  }
  return isChanged ? { people: now.people, told: now.told, counts } : undefined
}

function tellersOf(crowd: CrowdCounts | undefined, values: readonly Id<'feature-value'>[]): number {
  return values.reduce((sum, id) => sum + (crowd?.counts.get(id) ?? 0), 0)
}

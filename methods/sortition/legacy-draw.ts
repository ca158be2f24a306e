import { seeded } from '@folkmoot/basics/seeded.ts'
import type { Instance } from './instance.ts'
import { nth } from './nth.ts'

/** The field gives up after a hundred failures; so does this. */
const restarts = 100

/**
 * One panel by the field's older way (LEGACY, Flanigan and others 2021, supplement): again and again the value whose minimum
 * is hardest to reach, the largest (minimum − drawn) / left, is served with a random candidate who has it; she leaves the pool
 * with her housemates, and values at their maximum close. On a dead end it starts anew.
 * Simple to watch, and unfair: nobody can say what anybody's chance is, and for some it can be nought. For comparison, and
 * for places whose law prescribes it. Returns indices in ascending order, or nothing after a hundred dead ends.
 * O(size × candidates × features) for each start.
 */
export function legacyDraw(instance: Instance, seed: string): readonly number[] | undefined {
  for (let start = 0; start < restarts; start += 1) {
    const panel = oneStart(instance, seeded(`${seed}/${start}`))
    if (panel) return panel
  }
  return undefined
}

function oneStart({ size, features, candidates }: Instance, random: () => number): readonly number[] | undefined {
  const left = new Set(candidates.keys())
  const drawn: number[] = []
  const counts = features.map(({ quotas }) => new Map(quotas.map(({ value }) => [value, 0])))
  const countOf = (feature: number, value: string): number => nth(counts, feature).get(value) ?? 0
  while (drawn.length < size) {
    const urgent = mostUrgent({ size, features, candidates }, left, countOf)
    if (urgent === 'dead-end') return undefined
    const able = [...left].filter((one) => !urgent || nth(candidates, one).values[urgent.feature] === urgent.value)
    if (able.length === 0) return undefined
    const picked = nth(able, Math.floor(random() * able.length))
    const { values, household } = nth(candidates, picked)
    drawn.push(picked)
    left.delete(picked)
    for (const [feature, value] of values.entries()) nth(counts, feature).set(value, countOf(feature, value) + 1)
    for (const one of left) {
      const other = nth(candidates, one)
      const isHousemate = household !== undefined && other.household === household
      const isFull = features.some(({ quotas }, feature) =>
        quotas.some(({ value, max }) => other.values[feature] === value && countOf(feature, value) >= max),
      )
      if (isHousemate || isFull) left.delete(one)
    }
  }
  const isMet = features.every(({ quotas }, feature) =>
    quotas.every(({ value, min }) => countOf(feature, value) >= min),
  )
  return isMet ? drawn.toSorted((a, b) => a - b) : undefined
}

function mostUrgent(
  { features, candidates }: Instance,
  left: ReadonlySet<number>,
  countOf: (feature: number, value: string) => number,
): { readonly feature: number; readonly value: string } | 'dead-end' | undefined {
  let urgent: { readonly feature: number; readonly value: string; readonly ratio: number } | undefined
  for (const [feature, { quotas }] of features.entries()) {
    const available = new Map<string, number>()
    for (const one of left) {
      const value = nth(nth(candidates, one).values, feature)
      available.set(value, (available.get(value) ?? 0) + 1)
    }
    for (const { value, min } of quotas) {
      const lacking = min - countOf(feature, value)
      if (lacking <= 0) continue
      const able = available.get(value) ?? 0
      if (able < lacking) return 'dead-end'
      if (!urgent || lacking / able > urgent.ratio) urgent = { feature, value, ratio: lacking / able }
    }
  }
  return urgent
}

import { untold, type Limits } from './limits.ts'
import { publishCounts, type PublishedCount } from '@folkmoot/tally/publish-counts.ts'

/** Key of a group among all groups of the limits. */
export function groupKey(feature: string, value: string): string {
  return `${feature} ${value}`
}

export type Applied = Readonly<Record<string, PublishedCount>>

/** How many of each group are in the list, as far as it may be said; worked out once, when the list is locked. */
export function appliedOf(limits: Pick<Limits, 'features'>, rows: readonly (readonly string[])[]): Applied {
  return Object.fromEntries(
    [...countGroups(limits, rows)].flatMap(([feature, groups]) => {
      // That everybody said it says nothing of anybody: where nobody is in that group it hides no other.
      const told = [...groups].filter(([key, count]) => key !== untold || count > 0)
      return publishCounts(told.map(([, count]) => count)).map(
        (count, at) => [groupKey(feature, told[at]?.[0] ?? ''), count] as const,
      )
    }),
  )
}

/** Below this many people, who belongs to which group would be said of persons. */
const leastDrawn = 10

/**
 * How many of each group are on the drawn panel, as far as it may be said; null where the panel is too small to be spoken of.
 * Worked out once.
 *
 * Those who sit are named in public. A group the limits promise a seat has one, everybody reads that before the draw; a group
 * without such a promise may be a single person on a panel of names, and nobody has to know that she is of it. So of groups
 * whose least number is nought nothing is said but that their limit is met; where there is only one of them, the largest other
 * group of its feature is not said either, for the seats would tell the one by subtraction.
 */
export function drawnOf(
  limits: Pick<Limits, 'features'>,
  rows: readonly (readonly string[])[],
): Readonly<Record<string, number>> | null {
  if (rows.length < leastDrawn) return null
  const counts = countGroups(limits, rows)
  return Object.fromEntries(
    limits.features.flatMap(({ key: feature, values }) => {
      const groups = counts.get(feature) ?? new Map<string, number>()
      const unsaid = new Set(values.filter(({ min }) => min === 0).map(({ key }) => key))
      const [largest] = [...groups].filter(([key]) => !unsaid.has(key)).toSorted(([, a], [, b]) => b - a)
      if (unsaid.size === 1 && largest) unsaid.add(largest[0])
      return [...groups]
        .filter(([key]) => !unsaid.has(key))
        .map(([key, count]) => [groupKey(feature, key), count] as const)
    }),
  )
}

/** By feature and group: how many of the list belong to it. */
type GroupCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

function countGroups({ features }: Pick<Limits, 'features'>, rows: readonly (readonly string[])[]): GroupCounts {
  return new Map(
    features.map(({ key, values }, at) => {
      const counts = new Map<string, number>(values.map((value) => [value.key, 0]))
      for (const row of rows) {
        const value = row[at]
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [key, counts] as const
    }),
  )
}

import { untold, type Limits } from './limits.ts'
import { publishCounts, type PublishedCount } from './published-counts.ts'

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

/** How many of each group are on the drawn panel; null where the panel is too small to be spoken of. Worked out once. */
export function drawnOf(
  limits: Pick<Limits, 'features'>,
  rows: readonly (readonly string[])[],
): Readonly<Record<string, number>> | null {
  if (rows.length < leastDrawn) return null
  return Object.fromEntries(
    [...countGroups(limits, rows)].flatMap(([feature, groups]) =>
      [...groups].map(([key, count]) => [groupKey(feature, key), count] as const),
    ),
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

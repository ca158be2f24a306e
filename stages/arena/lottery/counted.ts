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
 * without such a promise may be a single person on a panel of names, and nobody has to know that she is of it. The seats are
 * known, so whatever is said of the others of her feature narrows it down: a feature with such a group has nothing said of it.
 * That nobody in the list kept it to herself is public, so the group of those who did is then no group. Which features are
 * spoken of thus follows from what everybody reads before the draw; whom chance took has no part in it.
 */
export function drawnOf(
  limits: Pick<Limits, 'features'>,
  {
    listed,
    drawn,
  }: { readonly listed: readonly (readonly string[])[]; readonly drawn: readonly (readonly string[])[] },
): Readonly<Record<string, number>> | null {
  if (drawn.length < leastDrawn) return null
  const [inList, onPanel] = [countGroups(limits, listed), countGroups(limits, drawn)]
  return Object.fromEntries(
    limits.features.flatMap(({ key: feature, values }) => {
      const groups = values.filter(({ key }) => key !== untold || (inList.get(feature)?.get(untold) ?? 0) > 0)
      if (groups.some(({ min }) => min === 0)) return []
      return groups.map(({ key }) => [groupKey(feature, key), onPanel.get(feature)?.get(key) ?? 0] as const)
    }),
  )
}

/**
 * What was kept of a drawn panel, all of a feature or nothing: draws made before that was the rule kept some of its groups, and the
 * seats told the others.
 */
export function sayable(
  limits: Pick<Limits, 'features'>,
  kept: Readonly<Record<string, number>> | null,
): ReadonlyMap<string, number> | null {
  if (kept === null) return null
  const whole = limits.features.filter(({ key: feature, values }) =>
    values.every(({ key }) => key === untold || groupKey(feature, key) in kept),
  )
  const keys = whole.flatMap(({ key: feature, values }) => values.map(({ key }) => groupKey(feature, key)))
  return new Map(keys.flatMap((key) => (kept[key] === undefined ? [] : [[key, kept[key]] as const])))
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

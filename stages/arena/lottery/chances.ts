import type { Limits } from './limits.ts'

/** On how many of the 1,000 panels each number stands: its chance in thousandths, to be counted by anybody. */
export function timesOn(panels: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const members of panels) for (const number of members) times.set(number, (times.get(number) ?? 0) + 1)
  return times
}

/** Which panels have this number on them. */
export function panelsWith(panels: readonly (readonly number[])[], number: number): readonly number[] {
  return panels.flatMap((members, panel) => (members.includes(number) ? [panel] : []))
}

export type Chance = {
  /** In thousandths. */
  readonly mine: number
  readonly least: number
  /** 0–1 */
  readonly average: number
}

/** Her chance beside the average and the least of all who were still there when the panels were made. */
export function chanceOf(
  panels: readonly (readonly number[])[],
  { number, size, left }: { readonly number: number; readonly size: number; readonly left: readonly number[] },
): Chance {
  const times = timesOn(panels)
  const there = Array.from({ length: size }, (_, at) => at + 1).filter((one) => !left.includes(one))
  const seats = panels[0]?.length ?? 0
  return {
    mine: times.get(number) ?? 0,
    least: Math.min(...there.map((one) => times.get(one) ?? 0)),
    average: there.length === 0 ? 0 : seats / there.length,
  }
}

/** What made a chance higher or lower than the average: a limit that asks for more, or allows less, than the share of those who applied. */
export type Reason = {
  readonly pulls: 'up' | 'down'
  /** Keys of the feature and her group in it, and their names. */
  readonly feature: string
  readonly value: string
  readonly featureName: string
  readonly name: string
  /** How many were there when the panels were made. */
  readonly of: number
  /** `up`: at least so many of the seats had to be of her group; `down`: at most. */
  readonly bound: number
  readonly seats: number
}

/**
 * The limits that bind for somebody of these groups, the strongest first. A limit binds when without it her group would have
 * been drawn less (it asks for more than the group's share of those who applied) or more (it allows less).
 */
export function reasonsFor(
  { seats, features }: Limits,
  { values, counts, of }: { readonly values: readonly string[]; readonly counts: GroupCounts; readonly of: number },
): readonly Reason[] {
  return features
    .flatMap((feature, at): readonly { readonly reason: Reason; readonly strength: number }[] => {
      const limit = feature.values.find(({ key }) => key === values[at])
      const applied = counts.get(feature.key)?.get(limit?.key ?? '') ?? 0
      if (!limit || applied === 0) return []
      const share = (seats * applied) / of
      const shared = { feature: feature.key, value: limit.key, featureName: feature.name, name: limit.name, of, seats }
      if (limit.min > share) {
        return [{ reason: { ...shared, pulls: 'up', bound: limit.min }, strength: limit.min / share }]
      }
      if (limit.max < share) {
        return [{ reason: { ...shared, pulls: 'down', bound: limit.max }, strength: share / limit.max }]
      }
      return []
    })
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ reason }) => reason)
}

/** By feature and group: how many of the list belong to it. */
export type GroupCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export function countGroups({ features }: Pick<Limits, 'features'>, rows: readonly (readonly string[])[]): GroupCounts {
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

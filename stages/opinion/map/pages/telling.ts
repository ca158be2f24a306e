import type { Thought } from '../lists.ts'
import type { PublishedGroup, PublishedMap } from '../published.ts'

type Groups = Pick<PublishedMap, 'groups' | 'statements'>

/** How far it lies from the group next to it, in tenths. */
export function apart({ statements, groups }: Groups, group: PublishedGroup, { number, side }: Thought): number {
  const shares = statements.find((one) => one.number === number)?.groups.map((one) => one[side] ?? 0) ?? []
  const own = groups.indexOf(group)
  return (shares[own] ?? 0) - Math.max(0, ...shares.filter((_, at) => at !== own))
}

/** What a group agrees on most is among its thoughts even where all others agree as much: that tells it from nobody. */
export function tellsApart(map: Groups, group: PublishedGroup, thought: Thought): boolean {
  return thought.isSure || apart(map, group, thought) > 0
}

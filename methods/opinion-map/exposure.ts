import type { GroupVotes } from './group-votes.ts'
import { falseDiscovery, normalTail } from './normal.ts'

export type Exposure = {
  readonly place: number
  /** Share of the group that has seen it least, and of the one that has seen it most. 0–1. */
  readonly least: number
  readonly most: number
  /** Share of false ones among all statements called uneven up to this one (Benjamini–Hochberg). */
  readonly falseDiscovery: number
}

/**
 * Who votes on what: whether each statement was seen as often in all groups. What only one group has seen says nothing of the
 * others. Two-sided test of the least against the most, as many comparisons as pairs of groups. O(k C log C).
 */
export function exposureOf(groups: readonly GroupVotes[]): readonly Exposure[] {
  const pairs = Math.max(1, (groups.length * (groups.length - 1)) / 2)
  const rows = Array.from(groups[0]?.seen ?? [], (_, place) => {
    const shares = groups
      .filter(({ members }) => members > 0)
      .map(({ seen, members }) => ({ seen: seen[place] ?? 0, members, share: (seen[place] ?? 0) / members }))
      .toSorted((a, b) => a.share - b.share)
    const [least, most] = [shares[0], shares.at(-1)]
    if (!least || !most || least.share === most.share)
      return { place, least: least?.share ?? 0, most: most?.share ?? 0, p: 1 }
    const together = (least.seen + most.seen) / (least.members + most.members)
    const error = Math.sqrt(together * (1 - together) * (1 / least.members + 1 / most.members))
    const p = Math.min(1, 2 * pairs * normalTail((most.share - least.share) / error))
    return { place, least: least.share, most: most.share, p }
  })
  const rates = falseDiscovery(rows.map(({ p }) => p))
  return rows.map(({ place, least, most }, at) => ({ place, least, most, falseDiscovery: rates[at] ?? 1 }))
}

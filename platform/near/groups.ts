import { shareOf, runsOf, type Runs } from './alike.ts'
import { turnsOf } from './turns.ts'

/** Each text is in one group, by its place in the list; the first of each is the oldest, and all others are alike to it. */
export type Groups = readonly (readonly number[])[]

/** Two short texts say nearly the same from here on: a name or a street is another, or a greeting is added. */
export const saysTheSameFrom = 0.8

/**
 * Groups texts that say nearly the same as an older one: each joins the oldest it is alike enough to, so that nothing drifts along a
 * chain, and none that turns the meaning round (`turnsOf`). Exact, and not every two are compared: whoever is alike enough to a text has one of
 * its rarest runs among his own rarest (prefix filter: R. Bayardo, Y. Ma and R. Srikant, Scaling up all pairs similarity search, 2007).
 * O(texts × first ones that share a rare run × length): 5,000 copies are compared with one text each.
 */
export function alikeGroups(texts: readonly string[], from = saysTheSameFrom): Groups {
  const cut = texts.map(runsOf)
  const rank = ranksOf(cut)
  const groups: number[][] = []
  const firstWith = new Map<number, number[]>()
  for (const [place, runs] of cut.entries()) {
    const rare = rarest(runs, rank, from)
    const found = firstAlike({ groups, firstWith, cut, texts }, { place, rare, from })
    if (found !== undefined) {
      groups[found]?.push(place)
      continue
    }
    for (const run of rare) {
      const first = firstWith.get(run)
      if (first) first.push(groups.length)
      else firstWith.set(run, [groups.length])
    }
    groups.push([place])
  }
  return groups
}

type Sorted = {
  readonly groups: readonly (readonly number[])[]
  readonly firstWith: ReadonlyMap<number, readonly number[]>
  readonly cut: readonly Runs[]
  readonly texts: readonly string[]
}
type Sought = { readonly place: number; readonly rare: readonly number[]; readonly from: number }

function firstAlike({ groups, firstWith, cut, texts }: Sorted, { place, rare, from }: Sought): number | undefined {
  const runs = cut[place] ?? new Int32Array()
  const turns = turnsOf(texts[place] ?? '')
  const candidates = [...new Set(rare.flatMap((run) => firstWith.get(run) ?? []))].toSorted((a, b) => a - b)
  return candidates.find((group) => {
    const first = groups[group]?.[0] ?? place
    const other = cut[first] ?? runs
    if (Math.min(runs.length, other.length) < from * Math.max(runs.length, other.length)) return false
    return shareOf(runs, other, from) >= from && turnsOf(texts[first] ?? '') === turns
  })
}

/** In how many texts each run stands: the rarest come first. */
function ranksOf(cut: readonly Runs[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const runs of cut) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1)
  return counts
}

/** So many that of two alike enough texts at least one run stands in both of these lists. */
function rarest(runs: Runs, rank: ReadonlyMap<number, number>, from: number): readonly number[] {
  const sorted = [...runs].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || a - b)
  return sorted.slice(0, runs.length - Math.ceil(from * runs.length) + 1)
}

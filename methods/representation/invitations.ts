import { peopleIn, sharesOf } from './distance.ts'

export type InvitationInput = {
  /** People of each group, for each feature: those who take part already. */
  readonly counts: readonly (readonly number[])[]
  /**
   * Whom one can invite: people alike in every feature. `values` names the group for each feature, `people` how many there are.
   * What the population is like is taken from here too.
   */
  readonly cells: readonly InvitedCell[]
  readonly invitations: number
}

export type InvitedCell = {
  readonly values: readonly number[]
  readonly people: number
  /** How many of those invited come, 0–1; 1 where it is not known. */
  readonly rate?: number | undefined
}

/** How many to invite of the cell with this index. */
export type InvitationLine = { readonly cell: number; readonly invitations: number }

/**
 * Whom to invite next, so that those who take part come to be like the population: whole invitations that minimise the distance
 * one expects, over all features together, when each invited person comes with the rate of her cell.
 *
 * With coming people B ~ sums of yes and no, and T the number expected in all, the distance of a feature is
 * ½ Σ E|cᵢ + Bᵢ − qᵢ T| / T, each expectation exact. Invitations are given one by one to the cell that helps most, then exchanged
 * one for one as long as that helps. For one feature and equal rates this is the best there is: each term is convex in its number
 * of invitations (B. Fox, Management Science 13 (1966) 210–216). Equal help goes to the larger cell, then to the first: same
 * input, same answer. No cell is given more invitations than it has people.
 *
 * Cost: O(invitations × cells × groups) for each round of exchange; meant for tens of invitations.
 */
export function nextInvitations({ counts, cells, invitations }: InvitationInput): readonly InvitationLine[] {
  counts.forEach(peopleIn)
  const plan = planOf(counts, cells)
  const given = cells.map(() => 0)
  const order = cells.map((_, i) => i).toSorted((a, b) => (cells[b]?.people ?? 0) - (cells[a]?.people ?? 0) || a - b)
  const hasRoom = (i: number): boolean => (given[i] ?? 0) < (cells[i]?.people ?? 0)
  for (let left = invitations; left > 0; left -= 1) {
    const best = bestOf(order.filter(hasRoom), (i) => plan.distanceWith(given, { to: i, coming: invitations }))
    if (!best) break
    given[best.of] = (given[best.of] ?? 0) + 1
  }
  exchange(given, { order, hasRoom, plan })
  return given.flatMap((count, cell) => (count > 0 ? [{ cell, invitations: count }] : []))
}

type Plan = ReturnType<typeof planOf>

type Exchange = { readonly order: readonly number[]; readonly hasRoom: (i: number) => boolean; readonly plan: Plan }

function exchange(given: number[], { order, hasRoom, plan }: Exchange): void {
  for (;;) {
    const now = plan.distanceOf(given)
    const swaps = order
      .filter((from) => (given[from] ?? 0) > 0)
      .flatMap((from) => order.filter((to) => to !== from && hasRoom(to)).map((to) => [from, to] as const))
    const best = bestOf(swaps, ([from, to]) => plan.distanceOf(moved(given, from, to)))
    if (!best || best.distance > now - 1e-12) return
    const [from, to] = best.of
    given[from] = (given[from] ?? 0) - 1
    given[to] = (given[to] ?? 0) + 1
  }
}

function moved(given: readonly number[], from: number, to: number): readonly number[] {
  return given.map((count, i) => count + (i === to ? 1 : 0) - (i === from ? 1 : 0))
}

/** The first of those that come nearest; a difference below rounding is none. */
function bestOf<Choice>(choices: readonly Choice[], distanceOf: (choice: Choice) => number) {
  let best: { readonly of: Choice; readonly distance: number } | undefined
  for (const of of choices) {
    const distance = distanceOf(of)
    if (!best || distance < best.distance - 1e-12) best = { of, distance }
  }
  return best
}

function planOf(counts: readonly (readonly number[])[], cells: readonly InvitedCell[]) {
  const rate = (cell: InvitedCell): number => cell.rate ?? 1
  if (cells.some((cell) => !(rate(cell) > 0 && rate(cell) <= 1)))
    throw new RangeError('a rate lies above 0 and up to 1')
  if (cells.some(({ values }) => values.length !== counts.length)) throw new RangeError('a value for each feature')
  const shares = counts.map((groups, feature) => sharesOf(groups.map((_, i) => peopleOf(cells, feature, i))))
  const meanRate =
    cells.reduce((sum, cell) => sum + rate(cell) * cell.people, 0) / cells.reduce((sum, { people }) => sum + people, 0)

  /** `coming`: how many are expected to come of all invitations, where they are not all given yet. */
  const distanceFor = (given: readonly number[], coming: number): number => {
    const sum = counts.map((groups, feature) => {
      const total = peopleIn(groups) + coming
      const parts = groups.map((count, i) => {
        const rates = cells.flatMap((cell, at) =>
          cell.values[feature] === i ? Array<number>(given[at] ?? 0).fill(rate(cell)) : [],
        )
        return meanDeviation(rates, count - (shares[feature]?.[i] ?? 0) * total)
      })
      return parts.reduce((all, part) => all + part, 0) / (2 * total)
    })
    return sum.reduce((all, one) => all + one, 0) / counts.length
  }
  const comingOf = (given: readonly number[]): number =>
    cells.reduce((sum, cell, at) => sum + rate(cell) * (given[at] ?? 0), 0)
  return {
    distanceOf: (given: readonly number[]): number => distanceFor(given, comingOf(given)),
    distanceWith: (
      given: readonly number[],
      { to, coming }: { readonly to: number; readonly coming: number },
    ): number =>
      distanceFor(
        given.map((count, i) => (i === to ? count + 1 : count)),
        coming * meanRate,
      ),
  }
}

function peopleOf(cells: readonly InvitedCell[], feature: number, group: number): number {
  return cells.reduce((sum, { values, people }) => sum + (values[feature] === group ? people : 0), 0)
}

/** E|B + offset|, where B counts who comes of people with these rates. O(people²). */
function meanDeviation(rates: readonly number[], offset: number): number {
  let chances = [1]
  for (const rate of rates) {
    const next = [...chances.map((chance) => chance * (1 - rate)), 0]
    chances.forEach((chance, i) => (next[i + 1] = (next[i + 1] ?? 0) + chance * rate))
    chances = next
  }
  return chances.reduce((sum, chance, i) => sum + chance * Math.abs(i + offset), 0)
}

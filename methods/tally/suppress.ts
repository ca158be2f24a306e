import { choices, votersOf, type Choice, type Tally } from './tally.ts'

/** Below this many people nothing is said of a group: with nine, one absent neighbour betrays the rest. */
export const leastInGroup = 10
/** A cell below this many people is not shown: four people who know one another can be told apart. */
export const leastInCell = 5

/** A number of voters, or why there is none: `few` is below `leastInCell`, `withheld` keeps a `few` from being worked out. */
export type Cell = number | 'few' | 'withheld'

/** What may be published of a tally. `none`: fewer than `leastInGroup` voted, and not even how many is said. */
export type Published =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'shown'; readonly voters: number } & Readonly<Record<Choice, Cell>>)

/**
 * Takes out of a tally what could betray a few people.
 *
 * Groups under 10 voters: no number at all. Else, when every cell holds at least 5, all is shown. When one holds fewer,
 * only the total and the largest cell are shown, so that a hidden cell is never the total minus what is shown (complementary
 * suppression, with this method known to the reader). Where even that would leave one possible answer, such as (20, 0, 0),
 * only the total is shown.
 *
 * Shape: one tally → one cell per choice and the total. Unit: voters. Cost: O(1).
 * Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), chapter on tables: threshold rule
 * and secondary suppression. We differ: three cells need no linear program, the few possible tables are tried one by one.
 */
export function suppress(tally: Tally): Published {
  const voters = votersOf(tally)
  if (voters < leastInGroup) return { kind: 'none' }
  if (choices.every((choice) => tally[choice] >= leastInCell)) return { kind: 'shown', voters, ...tally }
  const shown = largestOf(tally)
  const published = hideAllBut(tally, shown)
  if (revealsNothing(tally, shown)) return { kind: 'shown', voters, ...published }
  return { kind: 'shown', voters, agree: 'withheld', disagree: 'withheld', pass: 'withheld' }
}

/** True when enough new voters have come that the difference to the last drawing betrays nobody. O(1). */
export function isWorthRedrawing(before: Tally | undefined, now: Tally): boolean {
  if (votersOf(now) < leastInGroup) return false
  return before === undefined || votersOf(now) >= votersOf(before) + leastInCell
}

/** The first of the largest cells: a fixed order, so that the same tally is always published the same way. */
function largestOf(tally: Tally): Choice {
  const most = Math.max(...choices.map((choice) => tally[choice]))
  return choices.find((choice) => tally[choice] === most) ?? 'agree'
}

function hideAllBut(tally: Tally, shown: Choice): Readonly<Record<Choice, Cell>> {
  const cell = (choice: Choice): Cell =>
    choice === shown ? tally[choice] : tally[choice] < leastInCell ? 'few' : 'withheld'
  return { agree: cell('agree'), disagree: cell('disagree'), pass: cell('pass') }
}

/** Tries every table that would be published alike: each hidden cell must be able to hold at least two different numbers. */
function revealsNothing(tally: Tally, shown: Choice): boolean {
  if (tally[shown] < leastInCell) return false
  const [first, second] = choices.filter((choice) => choice !== shown) as [Choice, Choice] // three choices, one shown
  const sum = tally[first] + tally[second]
  // One of the two hidden cells is below `leastInCell`: no other tables need to be tried.
  const small = Array.from({ length: Math.min(leastInCell, sum + 1) }, (_, few) => few)
  const possible = [...small.map((few) => [few, sum - few]), ...small.map((few) => [sum - few, few])]
    .map(([one = 0, other = 0]): Tally => ({ ...tally, [first]: one, [second]: other }))
    .filter((other) => looksLike(other, { tally, shown }))
  return new Set(possible.map((other) => other[first])).size > 1
}

function looksLike(other: Tally, { tally, shown }: { readonly tally: Tally; readonly shown: Choice }): boolean {
  if (largestOf(other) !== shown) return false
  const [ours, theirs] = [hideAllBut(tally, shown), hideAllBut(other, shown)]
  return choices.every((choice) => ours[choice] === theirs[choice])
}

import { isWorthRedrawing, leastInCell, leastInGroup, suppress, type Published } from './suppress.ts'
import { choices, votersOf, type Tally } from './tally.ts'

/** Of one statement: what was counted last, and whether its numbers are held back because they would open an earlier count. */
export type Counted = { readonly tally: Tally; readonly isHeld: boolean }

/**
 * What may be published of a count. While people vote: all three numbers, or none of them. What hides one number and shows another
 * would be opened by the next count: 20 voters, nothing shown, and then "24 of 25 agree, few, few" tells that the first 20 agreed.
 */
export function publishedOf({ tally, isHeld }: Counted, { isOpen }: { readonly isOpen: boolean }): Published {
  if (votersOf(tally) < leastInGroup) return { kind: 'none' }
  return isHeld || (isOpen && !isWhole(tally)) ? nothingOf(tally) : suppress(tally)
}

/**
 * The next count of the same people and those who came since. `before` is the last one that was published, shown or not.
 *
 * A count of which nothing was shown is known to have had a number below five. All three numbers of a later one tell what it was where
 * nobody else can have come: (9, 20, 20) after 44 voters with nothing shown means that the five who came agreed, and four before them.
 * Then, and only then, the later one is held back as well. It is held back by a rule that knows of the earlier count no more than the
 * reader does: its voters, and that nothing was shown. So what is held back tells nothing, either. O(1).
 */
export function countedAfter(before: Counted | undefined, tally: Tally): Counted {
  const isUnshown = before !== undefined && votersOf(before.tally) >= leastInGroup && !isShown(before)
  return { tally, isHeld: isUnshown && isWhole(tally) && !leavesOpen(votersOf(before.tally), tally) }
}

/** Five have come since. Numbers that were shown stay where changed votes have made one of them small: what replaced them would tell. O(1). */
export function isDrawnAnew(before: Counted | undefined, tally: Tally): boolean {
  if (before && isShown(before) && !isWhole(tally)) return false
  return isWorthRedrawing(before?.tally, tally)
}

function isShown({ tally, isHeld }: Counted): boolean {
  return !isHeld && isWhole(tally)
}

/** Each of the three numbers of an earlier count of so many voters, one of them below five, can be two numbers at least. */
function leavesOpen(votersBefore: number, now: Tally): boolean {
  const came = votersOf(now) - votersBefore
  // In so many ways those who came can be spread, beyond the fewest that lift this number from four.
  const slack = choices.map((choice) => came - (now[choice] - (leastInCell - 1))).filter((left) => left >= 0)
  return slack.some((left) => left > 0)
}

function isWhole(tally: Tally): boolean {
  return choices.every((choice) => tally[choice] >= leastInCell)
}

function nothingOf(tally: Tally): Published {
  return { kind: 'shown', voters: votersOf(tally), agree: 'withheld', disagree: 'withheld', pass: 'withheld' }
}

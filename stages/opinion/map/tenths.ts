import { wilson } from '@folkmoot/opinion-map/normal.ts'
import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'

/**
 * A share in steps, 1 to 9 tenths: `9` stands for nine of ten or more, `1` for one of ten or fewer. Never so fine that it tells
 * one vote: each step can be made by two numbers of voters at least. Null: fewer than ten voted.
 */
export type Tenths = number | null

/** From so many on a tenth is two people. Below it the steps are fifths, said by their middle: 1, 3, 5, 7 or 9 tenths. */
const leastForTenths = 20

/** `count` of `seen`. O(1). */
export function tenthsOf(count: number, seen: number): Tenths {
  if (seen < leastInGroup) return null
  if (seen < leastForTenths) return 2 * Math.min(4, Math.floor((5 * count) / seen)) + 1
  return Math.min(9, Math.max(1, Math.round((10 * count) / seen)))
}

/**
 * At least so many tenths of everybody like these are on this side, with 95 % certainty; 0 where that cannot be said. Told from the
 * smallest number the shown step can stand for: made from the number itself it would tell the number. O(log seen).
 */
export function surelyOf(step: Tenths, seen: number): number {
  return step === null ? 0 : Math.floor(10 * wilson(firstFrom(step, seen), seen).low)
}

/** The middle one of the numbers the shown step can stand for. O(log seen). */
export function countOf(step: Tenths, seen: number): number {
  return step === null ? 0 : Math.floor((firstFrom(step, seen) + firstFrom(step + 1, seen) - 1) / 2)
}

/** The smallest number that is shown as this step or a higher one; one more than all where there is none. */
function firstFrom(step: number, seen: number): number {
  let [least, most] = [0, seen + 1]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if ((tenthsOf(middle, seen) ?? 0) >= step) most = middle
    else least = middle + 1
  }
  return least
}

/** People in steps of five, as the results say them while people vote. O(1). */
export function inFives(people: number): number {
  return people - (people % leastInCell)
}

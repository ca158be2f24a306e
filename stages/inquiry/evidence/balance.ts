import { sides, type Side } from './rules.ts'

/** From which sides the answers of a case come, and which of the five that belong to a balanced picture are missing. */
export type Balance = {
  readonly counts: readonly { readonly side: Side; readonly count: number }[]
  readonly missing: readonly Side[]
  readonly total: number
  /** The one side from which more than half of three or more answers come; null where there is none. */
  readonly dominates: Side | null
}

const fewestToSay = 3

/** Counts answers by the side they come from. The order of answers does not matter. O(answers). */
export function balanceOf(answers: readonly Side[]): Balance {
  const counts = sides.map((side) => ({ side, count: answers.filter((one) => one === side).length }))
  const total = answers.length
  const most = counts.find(({ count }) => total >= fewestToSay && count * 2 > total)
  return {
    counts: counts.filter(({ side, count }) => side !== 'other' || count > 0),
    missing: counts.filter(({ side, count }) => side !== 'other' && count === 0).map(({ side }) => side),
    total,
    dominates: most?.side ?? null,
  }
}

import { leastInCell, suppress } from './suppress.ts'
import { choices, votersOf, type Tally } from './tally.ts'

/** How many of all voters had proved who they are: a number, or why there is none. */
export type ProvedShare = number | 'nobody' | 'few' | 'all-but-few' | 'everybody'

/** What those said who had proved who they are, and what the others said. Unit: voters. */
export type Split = { readonly proved: Tally; readonly others: Tally }

/**
 * How many had proved who they are, of `voters` in all, a number that is known. Below five on either side no number is said, since the
 * other one follows from it; that it was nobody or everybody tells what is known of all of them, and picks nobody out.
 */
export function provedShareOf(voters: number, proved: number): ProvedShare {
  if (proved === 0) return 'nobody'
  if (proved >= voters) return 'everybody'
  if (proved < leastInCell) return 'few'
  return voters - proved < leastInCell ? 'all-but-few' : proved
}

/**
 * One result as two: of those who had proved who they are, and of the others. Both or neither, since the whole is known and one is the
 * whole without the other; and only where each of the six numbers is five or more, so that none of them tells of a few. Undefined
 * where the whole itself is not shown in full, or is not the sum of the two.
 *
 * Shape: two tallies → two tallies. Cost: O(1). Source: as `suppress`.
 */
export function splitOf(whole: Tally, proved: Tally): Split | undefined {
  const others = { agree: rest('agree'), disagree: rest('disagree'), pass: rest('pass') }
  const isEnough = [proved, others].every((part) => choices.every((choice) => part[choice] >= leastInCell))
  const isShown = isEnough && suppress(whole).kind === 'shown'
  return isShown && votersOf(whole) === votersOf(proved) + votersOf(others) ? { proved, others } : undefined

  function rest(choice: keyof Tally): number {
    return whole[choice] - proved[choice]
  }
}

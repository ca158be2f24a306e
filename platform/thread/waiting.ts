import type { Id } from '@folkmoot/basics/ids.ts'
import type { Waiting, WaitingList } from './slots.ts'

/** Of a list that may be hundreds: how many of the first ones, and in which case alone, where only that is asked. */
export type WaitingAsked = { readonly most: number; readonly problem?: Id<'problem'> }

/** Lists in one: what is written out is counted, what was counted stays so. */
export function waitingIn(lists: readonly (readonly Waiting[] | WaitingList)[], now: Temporal.Instant): WaitingList {
  const counted = lists.map((list) => ('first' in list ? list : countedOf(list, now)))
  return {
    first: counted.flatMap(({ first }) => first),
    count: counted.reduce((sum, { count }) => sum + count, 0),
    late: counted.reduce((sum, { late }) => sum + late, 0),
  }
}

function countedOf(first: readonly Waiting[], now: Temporal.Instant): WaitingList {
  const late = first.filter(({ due }) => due !== null && Temporal.Instant.compare(due, now) < 0).length
  return { first, count: first.length, late }
}

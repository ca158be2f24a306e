import { ordersOf } from '../../../stages/inquiry/index.ts'
import { itemsOf } from '../../../stages/meeting/agenda/store.ts'
import { meetingsOf } from '../../../stages/meeting/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import type { Lindhavn } from './found.ts'

/** Ids of the facts a group ordered, in the order of their numbers. */
export async function factsOf(town: Lindhavn, problem: Problem): Promise<readonly string[]> {
  const orders = await ordersOf(town.database.read(town.place.id), problem.id)
  return orders.toSorted((a, b) => a.number - b.number).map(({ id }) => id)
}

/** Ids of what was minuted, by meeting and point: `3.1`. */
export async function pointsOf(town: Lindhavn, problem: Problem): Promise<ReadonlyMap<string, string>> {
  const read = town.database.read(town.place.id)
  const meetings = new Map((await meetingsOf(read, problem.id)).map(({ id, number }) => [id, number]))
  const items = await itemsOf(read, [...meetings.keys()])
  return new Map(items.map(({ id, meeting, number }) => [`${meetings.get(meeting)}.${number}`, id]))
}

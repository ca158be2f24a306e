import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { answerersOf } from './answerer-store.ts'
import { findingsOf, objectionsOf } from './finding-store.ts'
import { orderStanding, type OrderStanding } from './rules.ts'
import { stateOf } from './standing.ts'
import { orderByNumber, ordersById, ordersOf, type Order, type WholeOrder } from './store.ts'

/** Orders with who is to answer them, their answers and what is said against these: three queries, however many. */
export async function wholeOrders(read: Read, orders: readonly Order[]): Promise<readonly WholeOrder[]> {
  const ids = orders.map(({ id }) => id)
  const [answerers, findings, objections] = await Promise.all([
    answerersOf(read, ids),
    findingsOf(read, ids),
    objectionsOf(read, ids),
  ])
  return orders.map((order) => ({
    ...order,
    answerers: answerers.filter(({ evidence }) => evidence === order.id),
    findings: findings.filter(({ evidence }) => evidence === order.id),
    objections: objections.filter(({ evidence }) => evidence === order.id),
  }))
}

export async function wholeOrdersOf(read: Read, problem: Id<'problem'>): Promise<readonly WholeOrder[]> {
  return wholeOrders(read, await ordersOf(read, problem))
}

export async function wholeOrder(read: Read, problem: Id<'problem'>, number: number): Promise<WholeOrder | undefined> {
  const order = await orderByNumber(read, problem, number)
  return order && (await wholeOrders(read, [order]))[0]
}

export async function wholeById(read: Read, id: Id<'evidence'>): Promise<WholeOrder | undefined> {
  return (await wholeOrders(read, await ordersById(read, [id])))[0]
}

export type FactCounts = { readonly ordered: number; readonly answered: number; readonly contested: number }

/** How many of these orders still count, have an answer, and have one that is contested. What goes on in another is counted there. */
export async function countFacts(read: Read, orders: readonly Order[]): Promise<FactCounts> {
  const all = (await wholeOrders(read, orders)).map((order) => orderStanding(stateOf(order)))
  const of = (...standings: readonly OrderStanding[]): number => all.filter((one) => standings.includes(one)).length
  return {
    ordered: all.length - of('withdrawn', 'merged'),
    answered: of('answered', 'contested', 'beside'),
    // Where a second answer stands beside the first it is contested no more: the desk counts the same.
    contested: of('contested'),
  }
}

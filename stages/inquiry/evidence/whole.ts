import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { answerersOf } from './answerer-store.ts'
import { findingsOf, objectionsOf } from './finding-store.ts'
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

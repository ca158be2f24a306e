import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { oneWriter, type Card, type Cards } from '../../../platform/thread/index.ts'
import { shortened, slugsOf } from '../naming.ts'
import { findingsById, objectionsById } from './finding-store.ts'
import { orderStanding } from './rules.ts'
import { stateOf } from './standing.ts'
import { ordersById, type Order } from './store.ts'
import { wholeOrders } from './whole.ts'

/** How orders, their answers and what is said against these are named elsewhere. */
export const evidenceCards = {
  evidence: cardsOfOrders,
  finding: cardsOfFindings,
  objection: cardsOfObjections,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfOrders(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const orders = await wholeOrders(read, await ordersById(read, ids as readonly Id<'evidence'>[])) // bound to the kind
  const slugs = await slugsOf(read, orders)
  return orders.map((order) => ({
    thing: { kind: 'evidence', id: order.id },
    title: order.question,
    state: `state.${orderStanding(stateOf(order))}`,
    visibility: 'public',
    path: pathOf(slugs, order),
    writtenBy: oneWriter(order.orderedBy),
  }))
}

async function cardsOfFindings(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const findings = await findingsById(read, ids as readonly Id<'finding'>[]) // bound to the kind
  const at = await pathsOf(
    read,
    findings.map(({ evidence }) => evidence),
  )
  return findings.map(({ id, number, text, evidence, givenBy }) => ({
    thing: { kind: 'finding', id },
    title: shortened(text),
    state: '',
    visibility: 'public',
    path: `${at.get(evidence) ?? ''}#answer-${number}`,
    writtenBy: oneWriter(givenBy),
  }))
}

async function cardsOfObjections(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const objections = await objectionsById(read, ids as readonly Id<'objection'>[]) // bound to the kind
  const at = await pathsOf(
    read,
    objections.map(({ evidence }) => evidence),
  )
  return objections.map(({ id, number, reason, evidence, contestedBy, settledAt }) => ({
    thing: { kind: 'objection', id },
    title: shortened(reason),
    state: settledAt === null ? 'state.open-objection' : 'state.settled-objection',
    visibility: 'public',
    path: `${at.get(evidence) ?? ''}#objection-${number}`,
    writtenBy: oneWriter(contestedBy),
  }))
}

async function pathsOf(read: Read, ids: readonly Id<'evidence'>[]): Promise<ReadonlyMap<Id<'evidence'>, string>> {
  const orders = await ordersById(read, [...new Set(ids)])
  const slugs = await slugsOf(read, orders)
  return new Map(orders.map((order) => [order.id, pathOf(slugs, order)]))
}

function pathOf(slugs: ReadonlyMap<Id<'problem'>, string>, { problem, number }: Order): string {
  return `/problems/${slugs.get(problem) ?? ''}/evidence/${number}`
}

/** The question of an order, or what stands in its place. */
export async function questionsOfOrders(
  read: Read,
  orders: readonly Order[],
): Promise<ReadonlyMap<Id<'evidence'>, string>> {
  const hidden = await hiddenAmong(
    read,
    orders.map(({ id }) => id),
  )
  return new Map(orders.map(({ id, question }) => [id, hidden.has(id) ? hiddenWords : question]))
}

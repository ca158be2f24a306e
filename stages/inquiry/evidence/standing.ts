import type { Id } from '@folkmoot/basics/ids.ts'
import type { OrderState } from './rules.ts'
import type { Order, WholeOrder } from './store.ts'

/** Nobody is late with what is withdrawn, answered elsewhere, or answered. */
export function isOverdue(order: Order, now: Temporal.Instant): boolean {
  const due = owedBy(order)
  return due !== null && Temporal.Instant.compare(due, now) < 0
}

/** When an answer is owed: on the day the desk agreed with whoever gives it, until then on the day it is needed. */
export function owedBy(order: Order): Temporal.Instant | null {
  if (order.withdrawnAt !== null || order.mergedInto !== null) return null
  return order.dueAt ?? (order.sides.length === 0 ? order.wantedBy : null)
}

/** The same as the rules ask for it. */
export function stateOf(order: WholeOrder): OrderState & { readonly id: Id<'evidence'> } {
  return {
    id: order.id,
    problem: order.problem,
    orderedBy: order.orderedBy,
    isTold: order.source !== null,
    isWithdrawn: order.withdrawnAt !== null,
    mergedInto: order.mergedInto,
    answerers: order.answerers,
    findings: order.findings.map(({ id, number, answerer, givenBy }) => ({ id, number, answerer, by: givenBy })),
    objections: order.objections.map(({ finding, number, contestedBy, settledAt }) => ({
      finding,
      number,
      by: contestedBy,
      isSettled: settledAt !== null,
    })),
  }
}

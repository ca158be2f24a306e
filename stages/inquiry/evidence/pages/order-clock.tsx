import type { Reader } from '../../../../platform/http/index.ts'
import { Deadline } from '../../pages/deadline.tsx'
import { owedBy } from '../standing.ts'
import type { WholeOrder } from '../store.ts'

type OrderClockProps = {
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly order: WholeOrder
  readonly size?: 's' | undefined
}

/** How much time whoever answers has left, or when her answer came. */
export function OrderClock({ reader, now, order, size }: OrderClockProps) {
  const due = owedBy(order)
  const named = order.answerers.at(-1)
  if (due !== null) {
    const startsAt = named?.namedAt ?? order.orderedAt
    return <Deadline {...{ reader, now, size }} round={{ startsAt, dueAt: due, repliedAt: null }} />
  }
  const first = order.findings.find(({ answerer }) => answerer !== null)
  const asked = order.answerers.find(({ number }) => number === first?.answerer)
  if (!first || !asked) return null
  const round = { startsAt: asked.namedAt, dueAt: asked.dueAt, repliedAt: first.givenAt }
  return <Deadline {...{ reader, now, size }} round={round} />
}

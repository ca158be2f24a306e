import { StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import { inquiryWords } from '../../messages/words.ts'
import { orderStanding, type OrderStanding } from '../rules.ts'
import { isOverdue, stateOf } from '../standing.ts'
import type { WholeOrder } from '../store.ts'

const looks: Readonly<Record<OrderStanding, { readonly icon: IconName; readonly color: TagColor }>> = {
  ordered: { icon: 'clock', color: 'brand1' },
  named: { icon: 'clock', color: 'brand1' },
  answered: { icon: 'agree', color: 'success' },
  contested: { icon: 'disagree', color: 'warning' },
  beside: { icon: 'talk', color: 'info' },
  withdrawn: { icon: 'hidden', color: 'neutral' },
  merged: { icon: 'thread', color: 'neutral' },
}

/** Where an order stands. Contested says so beside overdue: neither hides the other. */
export function OrderTags({
  lang,
  now,
  order,
}: {
  readonly lang: string
  readonly now: Temporal.Instant
  readonly order: WholeOrder
}) {
  const say = inquiryWords.say(lang)
  const standing = orderStanding(stateOf(order))
  const isLate = isOverdue(order, now)
  const isOnlyLate = isLate && (standing === 'ordered' || standing === 'named')
  return (
    <>
      {isLate ? (
        <StateTag icon="late" color="danger">
          {say('state.overdue')}
        </StateTag>
      ) : null}
      {isOnlyLate ? null : <StateTag {...looks[standing]}>{say(`state.${standing}`)}</StateTag>}
    </>
  )
}

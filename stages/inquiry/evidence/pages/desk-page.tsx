import { Row, StateTag } from '../../../../ui/index.ts'
import { HiddenText } from '../../../meeting/index.ts'
import { questionWords } from '../../questions/messages/words.ts'
import { orderStanding } from '../rules.ts'
import { isOverdue, owedBy, stateOf } from '../standing.ts'
import type { WholeOrder } from '../store.ts'
import { CaseList } from '../../pages/case-list.tsx'
import { BalancePart } from './balance-part.tsx'
import { OrderClock } from './order-clock.tsx'
import { OrderForm } from './order-form.tsx'
import type { DeskPageProps } from './order-props.ts'
import { OrderTags } from './order-tag.tsx'
import { AnswererChip } from './who-answers.tsx'

/** Every fact the group ordered, with its clock, and where the answers come from. */
export function DeskPage(props: DeskPageProps) {
  const { reader, say, errors, problem, orders, mayOrder, isTold, balance } = props
  return (
    <CaseList
      {...{ reader, errors, problem }}
      title={say(isTold ? 'desk.told-title' : 'desk.title')}
      lead={say(isTold ? 'desk.told' : 'desk.lead')}
      add={mayOrder && { id: 'order', title: say('order.title') }}
      items={orders.map((order) => (
        <OrderRow {...props} order={order} />
      ))}
      count={say(isTold ? 'desk.told-count' : 'desk.count', { count: orders.length })}
      none={
        isTold ? { title: null, next: say('desk.unknown') } : { title: say('desk.none'), next: say('desk.none-next') }
      }
      aside={
        <>
          {mayOrder ? <OrderForm {...props} /> : null}
          {balance.total > 0 ? <BalancePart {...{ say, balance, isTold }} lang={reader.lang} /> : null}
          <p>
            <a href={reader.to('inquiry.questions', { problem: problem.slug })}>
              {questionWords.say(reader.lang)('questions.title')}
            </a>
          </p>
        </>
      }
    >
      {orders.length > 0 && !isTold ? <Sum {...props} /> : null}
    </CaseList>
  )
}

/** How many wait, how many too long, and how many are contested. */
function Sum({ say, now, orders }: DeskPageProps) {
  const waiting = orders.filter((order) => owedBy(order) !== null).length
  const overdue = orders.filter((order) => isOverdue(order, now)).length
  const contested = orders.filter((order) => orderStanding(stateOf(order)) === 'contested').length
  return (
    <Row>
      <StateTag icon={waiting > 0 ? 'clock' : 'agree'} color={waiting > 0 ? 'brand1' : 'success'}>
        {say('desk.waiting', { count: waiting })}
      </StateTag>
      {overdue > 0 ? (
        <StateTag icon="late" color="danger">
          {say('desk.overdue', { count: overdue })}
        </StateTag>
      ) : null}
      {contested > 0 ? (
        <StateTag icon="disagree" color="warning">
          {say('desk.contested', { count: contested })}
        </StateTag>
      ) : null}
    </Row>
  )
}

function OrderRow({ reader, say, now, problem, hidden, names, order }: DeskPageProps & { readonly order: WholeOrder }) {
  const stone = hidden.get(order.id)
  const href = reader.to('inquiry.ordered', { problem: problem.slug, number: order.number })
  const answerer = order.answerers.at(-1)
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <span class="fm-mini">{say('desk.number', { number: order.number })}</span>
        <Row>
          <OrderTags lang={reader.lang} now={now} order={order} />
        </Row>
      </Row>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <h3>
          <a href={href} lang={order.language}>
            {order.question}
          </a>
        </h3>
      )}
      {answerer ? <AnswererChip {...{ reader, say, names, answerer }} /> : null}
      <OrderClock {...{ reader, now, order }} size="s" />
    </div>
  )
}

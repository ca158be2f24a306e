import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  ErrorSummary,
  Form,
  Head,
  Note,
  Prose,
  Row,
  Said,
  Section,
  SummaryList,
} from '../../../../ui/index.ts'
import { AuthorChip, HiddenText, ReportThis } from '../../../meeting/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { Answers } from './answers.tsx'
import { DeskForms } from './desk-forms.tsx'
import { GiveForm } from './give-form.tsx'
import { OrderClock } from './order-clock.tsx'
import type { OrderPageProps } from './order-props.ts'
import { OrderTags } from './order-tag.tsx'
import { AnswererChip, AnswererInterest, nameOf } from './who-answers.tsx'

/** One fact: why it is needed, who answers by when, every answer, and what is said against it. */
export function OrderPage(props: OrderPageProps) {
  const { reader, say, now, errors, order, hidden, parts } = props
  const about = say('desk.number', { number: order.number })
  const stone = hidden.get(order.id)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={about} title={stone ? about : <Said lang={order.language}>{order.question}</Said>}>
        <Row>
          <OrderTags lang={reader.lang} now={now} order={order} />
        </Row>
        {parts.may.give || (parts.may.name && order.answerers.length === order.findings.length) ? (
          <Actions>
            <ButtonLink href={parts.may.give ? '#give' : '#name'}>
              {say(parts.may.give ? 'give.title' : 'name.title')}
            </ButtonLink>
          </Actions>
        ) : null}
      </Head>
      <Columns
        main={
          <>
            <Ended {...props} />
            {stone ? (
              <HiddenText reader={reader} stone={stone} />
            ) : order.why ? (
              <Section id="why" title={say('order.why-title')} size="mid">
                <Prose text={order.why} lang={order.language} />
              </Section>
            ) : null}
            <Answers {...props} />
            {parts.may.give ? <GiveForm {...props} /> : null}
            <DeskForms {...props} />
          </>
        }
        aside={
          <>
            <Who {...props} />
            <Orderer {...props} />
            <BecameLink reader={reader} slug={props.problem.slug} thing={{ kind: 'evidence', id: order.id }} />
            {stone ? null : <ReportThis reader={reader} thing={{ kind: 'evidence', id: order.id }} about={about} />}
          </>
        }
      />
    </>
  )
}

/** Why nothing is answered here any more, or what is answered here too. */
function Ended({ reader, say, problem, order, hidden, parts }: OrderPageProps) {
  const { into, from } = parts.around
  const at = (number: number): string => reader.to('inquiry.ordered', { problem: problem.slug, number })
  return (
    <>
      {order.withdrawnAt ? (
        <Note icon="hidden">
          <p>
            <strong>{say('order.withdrawn', { day: reader.time.day(order.withdrawnAt) })}</strong>
          </p>
          <p>{say(order.withdrawnBy === order.orderedBy ? 'order.withdrawn-self' : 'order.withdrawn-desk')}</p>
          {hidden.has(order.id) ? null : <p>{order.withdrawnWords}</p>}
        </Note>
      ) : null}
      {into ? (
        <Note icon="thread">
          <p>
            <a href={at(into.number)}>{say('order.merged', { number: into.number })}</a>
          </p>
          {hidden.has(order.id) ? null : <p>{order.mergedWords}</p>}
          {parts.may.part ? (
            <Form
              action={reader.to('inquiry.part', { problem: problem.slug, number: order.number })}
              label={say('order.part')}
            >
              <p class="fm-mini">{say('order.part-help')}</p>
              <Button variant="secondary">{say('order.part')}</Button>
            </Form>
          ) : null}
        </Note>
      ) : null}
      {from.length > 0 ? (
        <Note icon="thread">
          <p>{say('order.from', { orders: '' })}</p>
          <ul>
            {from.map((one) => (
              <li>
                <a href={at(one.number)}>
                  {hidden.has(one.id) ? say('desk.number', { number: one.number }) : one.question}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}

function Who({ reader, say, now, names, order }: OrderPageProps) {
  const answerer = order.answerers.at(-1)
  const earlier = order.answerers.slice(0, -1).map((one) => nameOf({ names, answerer: one }))
  const toldBy = order.findings.map((one) => one.toldBy).filter(Boolean)
  return (
    <Section id="who" title={say('who.title')} size="aside">
      {answerer ? (
        <>
          <AnswererChip {...{ reader, say, names, answerer }} />
          <AnswererInterest {...{ reader, say, names, answerer }} />
          {answerer.laterWords ? <SummaryList rows={[{ term: say('who.later'), value: answerer.laterWords }]} /> : null}
          {earlier.length > 0 ? (
            <p class="fm-mini">{say('who.earlier', { names: [...new Set(earlier)].join(', ') })}</p>
          ) : null}
        </>
      ) : (
        <p class="fm-small">
          {toldBy.length > 0
            ? [...new Set(toldBy)].join('; ')
            : order.source
              ? reader.common('unknown')
              : say('who.none')}
        </p>
      )}
      <OrderClock {...{ reader, now, order }} />
    </Section>
  )
}

function Orderer({ reader, say, names, order }: OrderPageProps) {
  const day = order.source === null ? order.orderedAt : order.orderedOn
  return (
    <Section id="orderer" title={say('order.by')} size="aside">
      {order.orderedBy ? (
        <AuthorChip reader={reader} author={names.get(order.orderedBy)} />
      ) : (
        <p class="fm-small">{reader.common('unknown')}</p>
      )}
      <p class="fm-mini">{day ? say('order.on', { day: reader.time.day(day) }) : say('order.day-unknown')}</p>
      {order.wantedBy ? (
        <p class="fm-mini">
          {say('order.wanted')}: {reader.time.deadline(order.wantedBy)}
        </p>
      ) : null}
      {order.source === null ? null : (
        <div class="fm-mini">
          {reader.common('source')}: <Prose text={order.source} size="small" />
        </div>
      )}
    </Section>
  )
}

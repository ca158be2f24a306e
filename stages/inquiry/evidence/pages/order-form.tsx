import { Button, Checkbox, Form, List, Radios, Section, TextArea } from '../../../../ui/index.ts'
import type { DeskPageProps } from './order-props.ts'

/** What we need to know, why, and by when. */
export function OrderForm(props: DeskPageProps) {
  const { reader, say, errors, typed, problem, near, within } = props
  const kept = { typed, errors, required: true }
  return (
    <Section id="order" title={say('order.title')} size="aside" lead={say('order.lead')}>
      <Form action={reader.to('inquiry.order', { problem: problem.slug })} labelledBy="order">
        {near.length > 0 ? <Near {...props} /> : null}
        <TextArea
          name="question"
          label={say('order.question')}
          help={say('order.question-help')}
          rows={2}
          maxLength={300}
          {...kept}
        />
        <TextArea
          name="why"
          label={say('order.why')}
          help={say('order.why-help')}
          rows={4}
          maxLength={2000}
          {...kept}
        />
        <Radios
          name="within"
          label={say('order.within')}
          value="10"
          options={within.map(({ days, deadline }) => ({
            value: days,
            label: say('order.within-days', { days: Number(days), deadline }),
          }))}
          {...kept}
        />
        <Button>{say('order.send')}</Button>
      </Form>
    </Section>
  )
}

/** Shown before the same fact is ordered twice. */
function Near({ reader, say, problem, near, typed }: DeskPageProps) {
  return (
    <div class="fm-panel fm-stack" id="near">
      <p>
        <strong>{say('order.near')}</strong>
      </p>
      <p class="fm-small">{say('order.near-lead')}</p>
      <List
        items={near.map(({ number, question, language }) => (
          <a href={reader.to('inquiry.ordered', { problem: problem.slug, number })} lang={language}>
            {question}
          </a>
        ))}
      />
      <Checkbox name="another" label={say('order.another')} typed={typed} />
    </div>
  )
}

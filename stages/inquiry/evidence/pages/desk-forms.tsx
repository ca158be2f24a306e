import { Button, Details, Form, Section, Select, TextArea } from '../../../../ui/index.ts'
import { NameForm } from './name-form.tsx'
import type { OrderPageProps } from './order-props.ts'

/** What the desk does with an order; whoever ordered it finds her own part of it here, too. */
export function DeskForms(props: OrderPageProps) {
  const { say, parts } = props
  const { may } = parts
  if (!may.name && !may.withdraw && !may.merge) return null
  return (
    <Section id="desk" title={say('desk-work.title')} isTitleHidden={!may.name && !may.merge}>
      {may.name ? <NameForm {...props} /> : null}
      {may.merge && parts.others.length > 0 ? <MergeForm {...props} /> : null}
      {may.withdraw ? <WithdrawForm {...props} /> : null}
    </Section>
  )
}

function MergeForm({ reader, say, problem, order, parts, typed, errors }: OrderPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Details summary={say('merge.title')} isOpen={isAbout(errors, 'into', 'mergeReason')}>
      <Form
        action={reader.to('inquiry.merge', { problem: problem.slug, number: order.number })}
        label={say('merge.title')}
      >
        <Select
          name="into"
          label={say('merge.into')}
          none={say('name.choose')}
          options={parts.others.map(({ number, question }) => ({
            value: String(number),
            label: `${say('desk.number', { number })}: ${question}`,
          }))}
          {...kept}
        />
        <TextArea name="mergeReason" label={say('merge.reason')} rows={2} maxLength={1000} {...kept} />
        <Button variant="secondary">{say('merge.send')}</Button>
      </Form>
    </Details>
  )
}

function WithdrawForm({ reader, say, problem, order, typed, errors }: OrderPageProps) {
  return (
    <Details summary={say('withdraw.title')} isOpen={isAbout(errors, 'withdrawReason')}>
      <Form
        action={reader.to('inquiry.withdraw', { problem: problem.slug, number: order.number })}
        label={say('withdraw.title')}
      >
        <TextArea
          name="withdrawReason"
          label={say('withdraw.reason')}
          rows={2}
          maxLength={1000}
          required
          {...{ typed, errors }}
        />
        <Button variant="secondary">{say('withdraw.send')}</Button>
      </Form>
    </Details>
  )
}

function isAbout(errors: OrderPageProps['errors'], ...names: readonly string[]): boolean {
  return errors.some(({ field }) => names.includes(field))
}

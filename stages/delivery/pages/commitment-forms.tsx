import { Button, DateField, Form, Radios, Section, Select, TextArea } from '../../../ui/index.ts'
import { isSettled, standings } from '../rules.ts'
import type { CommitmentPageProps } from './commitment-props.ts'

/** How it goes, and when we hear of it next. */
export function ReportForm({ reader, say, problem, commitment, typed, errors, may }: CommitmentPageProps) {
  if (isSettled(commitment.standing) || commitment.standing === 'reopened') return null
  const fields = { typed, errors }
  return (
    <Section id="report" title={say('report.title')} size="mid">
      <Form
        action={reader.to('delivery.report', { problem: problem.slug, number: commitment.number })}
        labelledBy="report"
      >
        <TextArea
          name="text"
          label={say('report.text')}
          help={say('report.help')}
          maxLength={6000}
          required
          {...fields}
        />
        <Radios
          name="standing"
          label={say('report.standing')}
          required
          value={commitment.standing}
          options={standings
            .filter((standing) => may.settle || !isSettled(standing))
            .map((standing) => ({ value: standing, label: say(`state.${standing}`) }))}
          {...fields}
        />
        <TextArea
          name="reason"
          label={say('report.reason')}
          help={say('report.reason-help')}
          rows={3}
          maxLength={4000}
          {...fields}
        />
        <DateField name="nextReportOn" label={say('report.next')} help={say('report.next-help')} {...fields} />
        <Button>{say('report.send')}</Button>
      </Form>
    </Section>
  )
}

export function ReachForm({ reader, say, today, problem, commitment, typed, errors }: CommitmentPageProps) {
  const open = commitment.milestones.filter((milestone) => milestone.reachedOn === null)
  if (open.length === 0) return null
  return (
    <Section id="reach" title={say('reach.title')} size="mid">
      <Form
        action={reader.to('delivery.reach-milestone', { problem: problem.slug, number: commitment.number })}
        labelledBy="reach"
      >
        <Select
          name="milestone"
          label={say('reach.which')}
          options={open.map((milestone) => ({ value: String(milestone.number), label: milestone.what }))}
          required
          {...{ typed, errors }}
        />
        <DateField
          name="reachedOn"
          label={say('reach.on')}
          value={today.toString()}
          most={today.toString()}
          required
          {...{ typed, errors }}
        />
        <Button variant="secondary">{say('reach.send')}</Button>
      </Form>
    </Section>
  )
}

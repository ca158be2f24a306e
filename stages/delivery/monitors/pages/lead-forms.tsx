import { Button, DateField, Details, Form, HiddenField, NumberField, Section, TextArea } from '../../../../ui/index.ts'
import type { MonitorsPageProps } from './props.ts'

/** Opens the follow-up, or changes how often it hears. */
export function RhythmForm({ reader, say, today, problem, followUp, typed, errors }: MonitorsPageProps) {
  const title = say(followUp ? 'change-title' : 'open-title')
  const form = (
    <Form action={reader.to('delivery.set-follow-up', { problem: problem.slug })} label={title}>
      <NumberField
        name="months"
        label={say('open-months')}
        value={String(followUp?.months ?? 3)}
        required
        {...{ typed, errors }}
      />
      <DateField
        name="endsOn"
        label={say('open-ends')}
        value={(followUp?.endsOn ?? today.add({ years: 1 })).toString()}
        least={today.toString()}
        required
        {...{ typed, errors }}
      />
      <Button variant={followUp ? 'secondary' : 'primary'}>{say(followUp ? 'change-send' : 'open-send')}</Button>
    </Form>
  )
  if (!followUp)
    return (
      <Section id="open" title={title} size="mid">
        {form}
      </Section>
    )
  return (
    <Details summary={title} isOpen={errors.some(({ field }) => field === 'months' || field === 'endsOn')}>
      {form}
    </Details>
  )
}

export function EndForm({ reader, say, problem, typed, errors }: MonitorsPageProps) {
  return (
    <Details summary={say('end-title')} isOpen={errors.some(({ field }) => field === 'why')}>
      <Form action={reader.to('delivery.end-follow-up', { problem: problem.slug })} label={say('end-title')}>
        <TextArea
          name="why"
          label={say('end-why')}
          help={say('end-help')}
          rows={3}
          maxLength={2000}
          required
          {...{ typed, errors }}
        />
        <Button variant="secondary">{say('end-send')}</Button>
      </Form>
    </Details>
  )
}

/** Her own yes, and her own no. */
export function StayForms({ reader, say, problem, may }: MonitorsPageProps) {
  return (
    <Form action={reader.to('delivery.monitor', { problem: problem.slug })} label={say('title')}>
      <HiddenField name="stays" value={may.stay ? 'yes' : 'no'} />
      {may.stay ? <p class="fm-mini">{say('stay-note')}</p> : null}
      <Button variant={may.stay ? 'primary' : 'secondary'} size="sm">
        {say(may.stay ? 'stay' : 'leave')}
      </Button>
    </Form>
  )
}

import { Button, Form, Radios, Section, TextArea } from '../../../../ui/index.ts'
import { ratings } from '../rules.ts'
import type { MonitorsPageProps } from './props.ts'

/** How it goes, in one press; and a question if she has one. */
export function WordForm({ reader, say, problem, typed, errors }: MonitorsPageProps) {
  return (
    <Section id="word" title={say('word-title')} size="mid">
      <Form action={reader.to('delivery.say-word', { problem: problem.slug })} labelledBy="word">
        <Radios
          name="rating"
          label={say('word-rating')}
          help={say('word-rating-help')}
          required
          options={ratings.map((rating) => ({ value: rating, label: say(`rating.${rating}`) }))}
          {...{ typed, errors }}
        />
        <TextArea
          name="question"
          label={say('word-question')}
          help={say('word-question-help')}
          rows={3}
          maxLength={2000}
          {...{ typed, errors }}
        />
        <Button>{say('word-send')}</Button>
      </Form>
    </Section>
  )
}

export function StatusForm({ reader, say, problem, typed, errors }: MonitorsPageProps) {
  return (
    <Section id="status" title={say('status-title')} size="mid">
      <Form action={reader.to('delivery.write-status', { problem: problem.slug })} labelledBy="status">
        <TextArea
          name="status"
          label={say('status-text')}
          help={say('status-help')}
          rows={6}
          maxLength={6000}
          required
          {...{ typed, errors }}
        />
        <Button>{say('status-send')}</Button>
      </Form>
    </Section>
  )
}

import { Button, Form, Section, Select, TextArea } from '../../../../ui/index.ts'
import { dayOf, type Round } from '../rules.ts'
import type { QuestionsPageProps } from './questions-props.ts'

/** Whoever worked on it asks, beforehand and in public. */
export function AskForm(props: QuestionsPageProps & { readonly round: Round }) {
  const { reader, say, problem, pack, items, typed, errors, round } = props
  const day = dayOf(pack, round)
  return (
    <Section
      id="ask"
      title={say('ask.title')}
      lead={day ? say('ask.lead', { day: reader.time.weekday(day) }) : undefined}
    >
      <Form action={reader.to('decision.ask', { problem: problem.slug })} labelledBy="ask">
        <Select
          name="about"
          label={say('ask.about')}
          none={say('ask.all')}
          options={items.map(({ number, title }) => ({
            value: String(number),
            label: say('ask.item', { number, title }),
          }))}
          {...{ typed, errors }}
        />
        <TextArea
          name="text"
          label={say('ask.text')}
          help={say('ask.text-help')}
          rows={4}
          maxLength={1000}
          required
          {...{ typed, errors }}
        />
        <Button>{say('ask.send')}</Button>
      </Form>
    </Section>
  )
}

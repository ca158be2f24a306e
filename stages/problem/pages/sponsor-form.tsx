import { Button, Form, Section, TextArea } from '../../../ui/index.ts'
import type { ProblemPageProps } from './problem-props.ts'

/** A politician's way in: take this up, by name and with a reason. */
export function SponsorForm({ say, errors, typed, action }: ProblemPageProps & { readonly action: string }) {
  return (
    <Section id="take-up" title={say('sponsor.title')} size="aside">
      <p class="fm-small">{say('sponsor.lead')}</p>
      <Form action={action} labelledBy="take-up">
        <TextArea
          name="words"
          label={say('sponsor.words')}
          rows={4}
          maxLength={2000}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('sponsor.send')}</Button>
      </Form>
    </Section>
  )
}

import { mostDocumentBytes } from '../../../../platform/files/index.ts'
import { Button, Checkbox, FileField, Form, HiddenField, Section, TextArea } from '../../../../ui/index.ts'
import type { OrderPageProps } from './order-props.ts'

/** The answer: what is known, from where, and what is not sure. */
export function GiveForm({ reader, say, problem, order, parts, errors, typed }: OrderPageProps) {
  const answerer = order.answerers.at(-1)
  const outside = answerer?.kind === 'outside' ? answerer.name : ''
  const needed = { typed, errors, required: true }
  const { kept } = parts
  return (
    <Section
      id="give"
      title={say('give.title')}
      lead={outside ? say('give.entered-lead', { name: outside }) : say('give.lead')}
    >
      <Form
        action={reader.to('inquiry.give', { problem: problem.slug, number: order.number })}
        labelledBy="give"
        multipart
      >
        <TextArea
          name="text"
          label={say('give.text')}
          help={say('give.text-help')}
          rows={8}
          maxLength={8000}
          {...needed}
        />
        <TextArea
          name="sources"
          label={say('answers.sources')}
          help={say('give.sources-help')}
          rows={3}
          maxLength={2000}
          {...needed}
        />
        <TextArea
          name="uncertain"
          label={say('answers.uncertain')}
          help={say('give.uncertain-help')}
          rows={3}
          maxLength={2000}
          {...needed}
        />
        {kept ? (
          <div class="fm-stack fm-stack--2">
            <p class="fm-small">{say('give.kept', { name: kept.name })}</p>
            <HiddenField name="kept-document" value={kept.id} />
            <Checkbox name="drop-document" label={say('give.leave-out', { name: kept.name })} />
          </div>
        ) : null}
        <FileField
          name="document"
          label={say('give.document')}
          help={say('give.document-help', { megabytes: mostDocumentBytes / 1024 / 1024 })}
          accept="application/pdf,text/plain,.pdf,.txt"
          errors={errors}
        />
        {outside ? (
          <Checkbox name="approved" label={say('give.approved', { name: outside })} {...{ typed, errors }} />
        ) : null}
        <Button>{say('give.send')}</Button>
      </Form>
    </Section>
  )
}

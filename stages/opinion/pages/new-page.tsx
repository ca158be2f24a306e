import type { Reader } from '../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, Note, TextArea, type Errors, type Typed } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'

export type NewPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: string
  readonly errors: Errors
  readonly typed: Typed
}

/** Writing a statement of one's own. */
export function NewPage({ reader, say, slug, question, errors, typed }: NewPageProps) {
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('new.title')} lead={say('new.lead')} />
      <Form action={reader.to('opinion.state', { problem: slug })}>
        <TextArea
          name="text"
          label={say('new.text')}
          help={say('new.text-help')}
          rows={3}
          maxLength={200}
          required
          errors={errors}
          typed={typed}
        />
        <Button>{say('new.send')}</Button>
      </Form>
      <Note icon="info">
        <p>
          <strong>{say('new.next')}.</strong> {say('new.next-text')}
        </p>
      </Note>
    </div>
  )
}

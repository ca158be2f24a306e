import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  TextArea,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { NearStatement } from '../near.ts'
import { NearStatements } from './near-statements.tsx'

export type NewPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: string
  readonly errors: Errors
  readonly typed: Typed
  /** A moderator reads it before everybody does. */
  readonly isBefore: boolean
  /** What is near and stands above the form, before anything is sent. */
  readonly near: readonly NearStatement[]
  /** Numbers of what was shown to her before. */
  readonly seen: readonly number[]
}

/** Writing a statement of one's own. */
export function NewPage({ reader, say, slug, question, errors, typed, isBefore, near, seen }: NewPageProps) {
  const at = { problem: slug }
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('new.title')} lead={say(isBefore ? 'new.lead-before' : 'new.lead')} />
      <fm-near data-title={say('near.title')} data-field="text" data-action={reader.to('opinion.near', at)}>
        <Form action={reader.to('opinion.state', at)} label={say('new.title')}>
          {near.length > 0 ? (
            <section class="fm-panel fm-stack" aria-labelledby="near">
              <h2 class="fm-h-mid" id="near">
                {say('near.title')}
              </h2>
              <NearStatements {...{ reader, say, slug, near }} />
            </section>
          ) : null}
          {seen.length > 0 ? <HiddenField name="seen" value={seen.join(' ')} /> : null}
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
          <div data-near />
          <Button>{say(near.length > 0 ? 'new.send-anyway' : 'new.send')}</Button>
        </Form>
      </fm-near>
      <Note icon="info">
        <p>
          <strong>{say('new.next')}</strong>
        </p>
        <p>{say(isBefore ? 'new.next-text-before' : 'new.next-text')}</p>
      </Note>
    </div>
  )
}

import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Small,
  TextArea,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { NearStatement } from '../near.ts'
import { mostStatements, nearMostStatements } from '../rules.ts'
import { NearStatements } from './near-statements.tsx'

export type NewPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  readonly errors: Errors
  readonly typed: Typed
  /** A moderator reads it before everybody does. */
  readonly isBefore: boolean
  /** What is near and stands above the form, before anything is sent. */
  readonly near: readonly NearStatement[]
  /** Numbers of what was shown to her before. */
  readonly seen: readonly number[]
  /** How many statements she has sent here so far. */
  readonly written: number
}

/** Writing a statement of one's own. */
export function NewPage(props: NewPageProps) {
  const { reader, say, slug, question, errors, typed, isBefore, near, seen, written } = props
  const at = { problem: slug }
  // What was typed stays, however many there are.
  if (written >= mostStatements && errors.length === 0) return <Enough {...props} />
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
          {written >= nearMostStatements ? (
            <Small>{say('new.near-most', { written, most: mostStatements })}</Small>
          ) : null}
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

function Enough({ reader, say, slug, question }: NewPageProps) {
  const at = { problem: slug }
  return (
    <div class="fm-stack fm-stack--6">
      <Head eyebrow={question} title={say('new.title')} />
      <Empty
        level={2}
        title={say('new.enough', { most: mostStatements })}
        action={
          <>
            <ButtonLink href={reader.to('opinion.statements', at)}>{say('link.vote')}</ButtonLink>
            <ButtonLink href={reader.to('draft.ideas', at)} variant="secondary">
              {say('vote.not-open-write')}
            </ButtonLink>
          </>
        }
      >
        {say('new.enough-next')}
      </Empty>
    </div>
  )
}

import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Section,
  StatementCard,
  TextArea,
  typedOne,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayOpinion } from '../../messages/words.ts'
import { langOf } from '../../pages/answer-form.tsx'
import type { Prepared } from '../store.ts'

export type PreparedLine = Prepared & { readonly mayChange: boolean }

export type PreparePageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  readonly prepared: readonly PreparedLine[]
  readonly errors: Errors
  readonly typed: Typed
}

/** For the group, before voting opens: the statements it will begin with. */
export function PreparePage(props: PreparePageProps) {
  const { reader, say, slug, question, prepared, errors, typed } = props
  const isNew = typedOne(typed, 'id') === ''
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('prepare.title')} lead={say('prepare.lead')} />
      <Form action={reader.to('opinion.prepare-add', { problem: slug })} label={say('prepare.add')}>
        <TextArea
          name="text"
          label={say('prepare.text')}
          help={say('new.text-help')}
          rows={3}
          maxLength={200}
          required
          errors={isNew ? errors : []}
          typed={isNew ? typed : {}}
        />
        <Button>{say('prepare.add')}</Button>
      </Form>
      <Section id="prepared" title={say('prepare.so-far', { count: prepared.length })}>
        {prepared.length === 0 ? (
          <Empty title={say('prepare.none')}>{say('prepare.none-next')}</Empty>
        ) : (
          prepared.map((one) => <One {...props} one={one} />)
        )}
      </Section>
      <p>
        <ButtonLink href={`${reader.to('opinion.statements', { problem: slug })}#open`} variant="secondary">
          {say('prepare.open')}
        </ButtonLink>
      </p>
    </div>
  )
}

function One({ reader, say, slug, one, errors, typed }: PreparePageProps & { readonly one: PreparedLine }) {
  const isAsked = typedOne(typed, 'id') === one.id
  return (
    <article class="fm-stack">
      <StatementCard id={`statement-${one.id}`} text={one.text} by={say('statement.by-seed')} lang={langOf(one)} />
      {one.mayChange ? (
        <Details summary={say('prepare.change-open')} isOpen={isAsked && errors.length > 0}>
          <Form action={reader.to('opinion.prepare-change', { problem: slug })} label={say('prepare.change-open')}>
            <HiddenField name="id" value={one.id} />
            <TextArea
              name="text"
              within={one.id}
              label={say('prepare.text')}
              rows={2}
              maxLength={200}
              required
              value={one.text}
              errors={isAsked ? errors : []}
              typed={isAsked ? typed : {}}
            />
            <Actions>
              <Button name="act" value="change">
                {say('prepare.change')}
              </Button>
              <Button variant="secondary" name="act" value="remove">
                {say('prepare.remove')}
              </Button>
            </Actions>
          </Form>
        </Details>
      ) : null}
    </article>
  )
}

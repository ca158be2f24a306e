import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { houseRules } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Select,
  StatementCard,
  TextArea,
  typedOne,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayOpinion } from '../../messages/words.ts'
import { langOf } from '../../pages/answer-form.tsx'
import type { WaitingStatement } from '../store.ts'

export type QueueLine = WaitingStatement & { readonly due: Temporal.Instant }

export type WaitingPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly now: Temporal.Instant
  readonly slug: string
  readonly question: Child
  /** False where moderators read afterwards: then nothing ever waits. */
  readonly isBefore: boolean
  readonly waiting: readonly QueueLine[]
  readonly typed: Typed
  readonly errors: Errors
}

/** For those who moderate: each statement that waits, with one press to let it through and a fold to refuse it. */
export function WaitingPage(props: WaitingPageProps) {
  const { reader, say, question, isBefore, waiting, errors } = props
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={question}
        title={say('waiting.title')}
        lead={say(isBefore ? 'waiting.lead' : 'waiting.lead-after')}
      />
      {waiting.length === 0 ? (
        <Empty level={2} title={say('waiting.none')}>
          {say('waiting.none-next')}
        </Empty>
      ) : (
        waiting.map((one) => <One {...props} one={one} />)
      )}
    </div>
  )
}

function One({ reader, say, now, slug, one, typed, errors }: WaitingPageProps & { readonly one: QueueLine }) {
  const isAsked = typedOne(typed, 'id') === one.id
  const action = reader.to('opinion.judge', { problem: slug })
  const [day, deadline] = [reader.time.day(one.writtenAt), reader.time.deadline(one.due)]
  const isLate = Temporal.Instant.compare(one.due, now) < 0
  return (
    <article class="fm-stack">
      <StatementCard
        id={`statement-${one.id}`}
        text={one.text}
        by={say(isLate ? 'waiting.late' : 'waiting.since', { day, deadline })}
        lang={langOf(one)}
      />
      <Form action={action} labelledBy={`statement-${one.id}`} shape="inline">
        <HiddenField name="id" value={one.id} />
        <HiddenField name="act" value="let-through" />
        <Button>{say('waiting.let-through')}</Button>
      </Form>
      <Details summary={say('waiting.refuse-open')} isOpen={isAsked && errors.length > 0}>
        <Form action={action} label={say('waiting.refuse-open')}>
          <HiddenField name="id" value={one.id} />
          <HiddenField name="act" value="refuse" />
          <Select
            name="rule"
            within={one.id}
            label={say('waiting.rule')}
            help={say('waiting.rule-help')}
            options={houseRules.map((rule) => ({ value: rule, label: reader.common(`rule.${rule}`) }))}
            none={reader.common('choose-one')}
            required
            errors={isAsked ? errors : []}
            typed={isAsked ? typed : {}}
          />
          <TextArea
            name="reason"
            within={one.id}
            label={say('waiting.reason')}
            help={say('waiting.reason-help')}
            rows={2}
            maxLength={1000}
            required
            errors={isAsked ? errors : []}
            typed={isAsked ? typed : {}}
          />
          <Button isGrave>{say('waiting.refuse')}</Button>
        </Form>
      </Details>
    </article>
  )
}

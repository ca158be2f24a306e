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
  List,
  Pager,
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
  /** How many wait, on every page. */
  readonly all: number
  readonly pages: { readonly number: number; readonly of: number }
  /** Those that say nearly the same stand together, the oldest first. */
  readonly groups: readonly (readonly QueueLine[])[]
  readonly typed: Typed
  readonly errors: Errors
}

/** For those who moderate: what waits, with one press to let it through and a fold to refuse it; what many wrote nearly alike at once. */
export function WaitingPage(props: WaitingPageProps) {
  const { reader, say, question, isBefore, all, groups, errors } = props
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={question}
        title={say('waiting.title')}
        lead={say(isBefore ? 'waiting.lead' : 'waiting.lead-after')}
      />
      {all === 0 ? (
        <Empty level={2} title={say('waiting.none')}>
          {say('waiting.none-next')}
        </Empty>
      ) : (
        <p>{say('waiting.count', { count: all })}</p>
      )}
      {groups.map(([first, ...others]) => (first ? <One {...props} one={first} others={others} /> : null))}
      <Pages {...props} />
    </div>
  )
}

function Pages({ reader, say, slug, pages: { number, of } }: WaitingPageProps) {
  if (of < 2) return null
  const href = (page: number): string => `${reader.to('opinion.waiting', { problem: slug })}?page=${page}`
  return (
    <Pager
      label={say('waiting.pages')}
      before={number > 1 ? { href: href(number - 1), text: say('waiting.page-before') } : undefined}
      here={{ text: say('waiting.page', { number, of }) }}
      after={number < of ? { href: href(number + 1), text: say('waiting.page-after') } : undefined}
    />
  )
}

type OneProps = WaitingPageProps & { readonly one: QueueLine; readonly others: readonly QueueLine[] }

function One({ reader, say, now, slug, one, others, typed, errors }: OneProps) {
  const ids = [one, ...others].map(({ id }) => id).join(' ')
  const count = others.length + 1
  const isAsked = typedOne(typed, 'id') === ids
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
      {others.length > 0 ? (
        <Details summary={say('waiting.alike', { count })}>
          <List
            isTight
            items={others.map((other) => (
              <span lang={langOf(other)}>{other.text}</span>
            ))}
          />
        </Details>
      ) : null}
      <Form action={action} labelledBy={`statement-${one.id}`} shape="inline">
        <HiddenField name="id" value={ids} />
        <HiddenField name="act" value="let-through" />
        <Button>{others.length > 0 ? say('waiting.let-all-through', { count }) : say('waiting.let-through')}</Button>
      </Form>
      <Details summary={say('waiting.refuse-open')} isOpen={isAsked && errors.length > 0}>
        <Form action={action} label={say('waiting.refuse-open')}>
          <HiddenField name="id" value={ids} />
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
          <Button isGrave>{others.length > 0 ? say('waiting.refuse-all', { count }) : say('waiting.refuse')}</Button>
        </Form>
      </Details>
    </article>
  )
}

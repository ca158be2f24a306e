import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import {
  Button,
  DateField,
  Details,
  Form,
  Prose,
  Radios,
  ReportFold,
  Section,
  Stack,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayReopening } from '../messages/words.ts'
import { workingDaysToAnswer } from '../rules.ts'
import type { Reopening } from '../store.ts'

export type ReopeningsProps = {
  readonly reader: Reader
  readonly say: SayReopening
  readonly typed: Typed
  readonly errors: Errors
  readonly reopenings: readonly Reopening[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlySet<Id> | ReadonlyMap<Id, unknown>
  readonly reopenAction: string
  readonly answerAction: string
  /** The days one can name, by the calendar of the place. */
  readonly today: Temporal.PlainDate
  readonly may: { readonly reopen: boolean; readonly answer: boolean; readonly signIn: boolean }
}

/** What was said against the closing, each with its answer; and the way to say it. */
export function Reopenings(props: ReopeningsProps) {
  const { reader, say, reopenings, may } = props
  if (reopenings.length === 0 && !may.reopen && !may.signIn) return null
  return (
    <Section id="reopenings" title={say('title')} lead={say('lead')} size="mid">
      {reopenings.map((one) => (
        <One {...props} one={one} />
      ))}
      {may.answer ? <AnswerForm {...props} /> : null}
      {may.reopen ? <ReopenForm {...props} /> : null}
      {may.signIn ? (
        <p class="fm-small">
          <a href={reader.to('sign-in')}>{say('sign-in')}</a>
        </p>
      ) : null}
    </Section>
  )
}

function One({ reader, say, authors, hidden, one }: ReopeningsProps & { readonly one: Reopening }) {
  return (
    <Stack gap="2">
      <h3 id={`reopening-${one.number}`}>
        {say('said', { day: reader.time.day(one.at), name: authors.get(one.by)?.name ?? '' })}
      </h3>
      <p class="fm-mini">{say(`closed-as-${one.closedAs}`)}</p>
      {hidden.has(one.id) ? <p class="fm-small">{say('hidden')}</p> : <Prose text={one.reason} lang={one.language} />}
      {one.answeredAt && one.answerReport ? (
        <p class="fm-small">
          <a href={`#report-${one.answerReport}`}>
            {say('answered', { day: reader.time.day(one.answeredAt), report: one.answerReport })}
          </a>
        </p>
      ) : (
        <p class="fm-small">
          {say('waits', { day: reader.time.weekday(one.answerBy), left: reader.time.left(one.answerBy) })}
        </p>
      )}
      {reader.actor.account !== null && !hidden.has(one.id) ? (
        <ReportFold
          action={reader.to('moderation.report')}
          kind="reopening"
          id={one.id}
          words={{
            open: say('report-open'),
            about: say('report-about'),
            label: say('report-label'),
            help: say('report-help'),
            send: say('report-send'),
          }}
        />
      ) : null}
    </Stack>
  )
}

function AnswerForm({ say, typed, errors, answerAction, today }: ReopeningsProps) {
  const fields = { typed, errors }
  return (
    <Stack gap="2">
      <h3 id="answer-reopening">{say('answer-title')}</h3>
      <Form action={answerAction} labelledBy="answer-reopening">
        <Radios
          name="goesOn"
          label={say('answer')}
          required
          options={[
            { value: 'yes', label: say('answer-goes-on') },
            { value: 'no', label: say('answer-stays') },
          ]}
          {...fields}
        />
        <TextArea
          name="answerWords"
          label={say('answer-words')}
          help={say('answer-words-help')}
          rows={4}
          maxLength={4000}
          required
          {...fields}
        />
        <DateField name="answerNext" label={say('answer-next')} least={today.add({ days: 1 }).toString()} {...fields} />
        <Button>{say('answer-send')}</Button>
      </Form>
    </Stack>
  )
}

function ReopenForm({ say, typed, errors, reopenAction }: ReopeningsProps) {
  return (
    <Details summary={say('open')} isOpen={errors.some(({ field }) => field === 'reopenReason')}>
      <Form action={reopenAction} label={say('open')}>
        <TextArea
          name="reopenReason"
          label={say('reason')}
          help={say('reason-help')}
          rows={4}
          maxLength={4000}
          required
          {...{ typed, errors }}
        />
        <div class="fm-act">
          <Button>{say('send')}</Button>
          <p class="fm-mini">{say('send-note', { days: workingDaysToAnswer })}</p>
        </div>
      </Form>
    </Details>
  )
}

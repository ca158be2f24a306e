import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Radios,
  Said,
  StaffLabel,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { byStaffWords } from '../../by-staff/messages/words.ts'
import { ways } from '../../by-staff/rules.ts'
import type { StaffRecord } from '../../by-staff/store.ts'
import type { SayOnBehalf } from '../messages/words.ts'
import type { Answer } from '../rules.ts'

export type AnsweringPageProps = {
  readonly say: SayOnBehalf
  readonly reader: Reader
  readonly problem: Problem
  readonly record: StaffRecord
  readonly possible: readonly Answer[]
  /** The seat that is offered, its last day, and until when a second one can confirm. */
  readonly offered:
    | { readonly seat: string; readonly by: Temporal.Instant; readonly until: Temporal.Instant }
    | undefined
  readonly isOneWaiting: boolean
  readonly typed: Typed
  readonly errors: Errors
}

/** What somebody without a computer can say now, as she says it on the telephone. */
export function AnsweringPage(props: AnsweringPageProps) {
  const { say, reader, problem, record, possible, isOneWaiting, errors } = props
  const isPossible = possible.length > 0 && !isOneWaiting
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('new.title')}
        lead={say('new.lead', { name: record.name, number: record.number })}
      />
      {isPossible ? (
        <AnswerForm {...props} />
      ) : (
        <Empty title={say(isOneWaiting ? 'new.one-waits' : 'new.nothing')} level={2}>
          {isOneWaiting ? null : <p>{say('new.nothing-text')}</p>}
          <p>
            <a class="fm-link" href={reader.to('arena.staff-records', { problem: problem.slug })}>
              {byStaffWords.say(reader.lang)('page.title')}
            </a>
          </p>
        </Empty>
      )}
    </>
  )
}

function AnswerForm(props: AnsweringPageProps) {
  const { say, reader, problem, record, possible, typed, errors } = props
  const shared = byStaffWords.say(reader.lang)
  const kept = { typed, errors }
  return (
    <Form
      action={reader.to('arena.record-answer', { problem: problem.slug, number: record.number })}
      label={say('new.title')}
    >
      <p>
        <StaffLabel>{shared('people.label')}</StaffLabel>
      </p>
      <List items={standing(props)} />
      <Radios
        name="way"
        label={shared('new.way')}
        options={ways.map((value) => ({ value, label: shared(`new.${value}`) }))}
        isInline
        required
        {...kept}
      />
      <Radios
        name="answer"
        label={say('new.answer')}
        options={possible.map((value) => ({ value, label: say(`list.answer-${value}`) }))}
        required
        {...kept}
      />
      <TextArea
        name="words"
        label={say('new.words')}
        help={say('new.words-help')}
        rows={2}
        maxLength={1000}
        isUnmarked
        {...kept}
      />
      <Button>{say('new.send')}</Button>
    </Form>
  )
}

function standing({ say, reader, possible, offered }: AnsweringPageProps): readonly string[] {
  return [
    ...(offered
      ? [
          say('new.offered', {
            seat: offered.seat,
            deadline: reader.time.deadline(offered.by),
            grace: reader.time.deadline(offered.until),
          }),
        ]
      : []),
    ...(possible.includes('withdraw') ? [say('new.waiting')] : []),
    ...(possible.includes('leave') ? [say('new.sits')] : []),
  ]
}

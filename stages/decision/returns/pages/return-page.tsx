import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  Note,
  Said,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { Item } from '../../answers/store.ts'
import type { SayReturn } from '../messages/words.ts'

export type ReturnPageProps = {
  readonly reader: Reader
  readonly say: SayReturn
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: Problem
  readonly returnOn: Temporal.PlainDate
  /** What was parked or passed on. */
  readonly items: readonly Item[]
}

/** The chair of the body says what came of the answer. */
export function ReturnPage({ reader, say, errors, typed, problem, returnOn, items }: ReturnPageProps) {
  const fields = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead', { day: reader.time.weekday(returnOn) })}
      />
      <Form action={reader.to('decision.return', { problem: problem.slug })} label={say('page.title')}>
        <DateField
          name="heldOn"
          label={say('form.held-on')}
          help={say('form.held-on-help')}
          value={reader.time.daysLeft(returnOn) > 0 ? undefined : returnOn.toString()}
          required
          {...fields}
        />
        <TextArea
          name="words"
          label={say('form.words')}
          help={say('form.words-help')}
          maxLength={4000}
          required
          {...fields}
        />
        {items.map(({ number, title, answer }) => (
          <TextArea
            name={`item-${number}`}
            label={
              answer?.kind === 'refer'
                ? say('form.item-referred', { number, to: answer.referTo })
                : say('form.item', { number })
            }
            help={title}
            rows={4}
            maxLength={2000}
            required
            {...fields}
          />
        ))}
        <Note icon="info">{say('form.sign', { name: reader.actor.name })}</Note>
        <Actions>
          <Button>{say('form.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

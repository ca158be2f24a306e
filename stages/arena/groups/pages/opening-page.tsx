import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  Said,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayGroups } from '../messages/words.ts'

export type OpeningPageProps = {
  readonly reader: Reader
  readonly say: SayGroups
  readonly problem: Problem
  /** The first day one can choose. */
  readonly tomorrow: Temporal.PlainDate
  readonly errors: Errors
  readonly typed: Typed
}

/** A question, what the work is, and until when people can join: no more is asked. */
export function OpeningPage({ reader, say, problem, tomorrow, errors, typed }: OpeningPageProps) {
  const back = { errors, typed }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('open')}
        lead={say('opening.lead')}
      />
      <Form action={reader.to('arena.open-group', { problem: problem.slug })} label={say('open')}>
        <TextField
          name="question"
          label={say('opening.question')}
          help={say('opening.question-help')}
          maxLength={200}
          required
          {...back}
        />
        <TextArea
          name="worksOn"
          label={say('opening.works-on')}
          help={say('opening.works-on-help')}
          rows={6}
          maxLength={2000}
          required
          {...back}
        />
        <DateField
          name="endsOn"
          label={say('opening.until')}
          help={say('opening.until-help')}
          least={tomorrow.toString()}
          required
          {...back}
        />
        <p class="fm-mini">{say('opening.told')}</p>
        <Button>{say('opening.send')}</Button>
      </Form>
    </>
  )
}

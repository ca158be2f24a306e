import type { Reader } from '../../../platform/http/index.ts'
import { Actions, Button, ErrorSummary, Form, Head, TextArea, type Errors } from '../../../ui/index.ts'
import type { SayOutcome } from '../messages/words.ts'
import { numberWords } from '../money.ts'
import type { Indicator, Measurement } from '../store.ts'
import { MeasurementFields } from './measurement-fields.tsx'

export type CorrectPageProps = {
  readonly reader: Reader
  readonly say: SayOutcome
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly indicator: Indicator
  readonly measurement: Measurement
  readonly action: string
}

/** Puts a published measurement right. */
export function CorrectPage({ reader, say, errors, typed, indicator, measurement, action }: CorrectPageProps) {
  const { value, range, on, source } = measurement
  const lead = say('correct.lead', {
    value: `${numberWords(value, reader.lang)} ${indicator.unit}`,
    day: reader.time.day(on),
  })
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={indicator.name} title={say('correct.title')} lead={lead} />
      <Form action={action} label={say('correct.title')}>
        <MeasurementFields
          say={say}
          unit={indicator.unit}
          values={{
            value: String(value),
            low: range ? String(range.low) : '',
            high: range ? String(range.high) : '',
            on: on.toString(),
            source,
          }}
          {...{ typed, errors }}
        />
        <TextArea
          name="because"
          label={say('correct.because')}
          help={say('correct.because-help')}
          rows={3}
          maxLength={1000}
          required
          {...{ typed, errors }}
        />
        <Actions note={say('correct.next')}>
          <Button>{say('correct.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

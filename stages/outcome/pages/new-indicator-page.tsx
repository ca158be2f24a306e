import type { Reader } from '../../../platform/http/index.ts'
import {
  Actions,
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  TextField,
  type Errors,
} from '../../../ui/index.ts'
import type { SayOutcome } from '../messages/words.ts'

export type NewIndicatorPageProps = {
  readonly reader: Reader
  readonly say: SayOutcome
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly commitments: readonly { readonly number: number; readonly title: string }[]
  readonly action: string
}

/** What is intended, and how we shall see it. */
export function NewIndicatorPage({ reader, say, errors, typed, commitments, action }: NewIndicatorPageProps) {
  const fields = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('new.title')} lead={say('new.lead')} />
      <Form action={action} label={say('new.title')}>
        <TextField
          name="name"
          label={say('new.name')}
          help={say('new.name-help')}
          maxLength={200}
          required
          {...fields}
        />
        <TextField name="unit" label={say('new.unit')} help={say('new.unit-help')} room={20} required {...fields} />
        {commitments.length > 0 ? (
          <Checkboxes
            name="commitments"
            label={say('new.commitments')}
            options={commitments.map(({ number, title }) => ({ value: String(number), label: title }))}
            {...fields}
          />
        ) : null}
        <NumberField
          name="baselineValue"
          label={say('new.baseline')}
          help={say('new.baseline-help')}
          decimals
          {...fields}
        />
        <DateField name="baselineOn" label={say('new.baseline-on')} {...fields} />
        <TextField name="baselineSource" label={say('new.baseline-source')} {...fields} />
        <NumberField name="targetValue" label={say('new.target')} decimals required {...fields} />
        <DateField name="targetBy" label={say('new.target-by')} required {...fields} />
        <Actions>
          <Button>{say('new.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

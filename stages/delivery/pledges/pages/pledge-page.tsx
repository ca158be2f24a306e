import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  Select,
  TextArea,
  TextField,
  type Errors,
} from '../../../../ui/index.ts'
import type { SayDelivery } from '../../messages/words.ts'
import type { Commitment } from '../../store.ts'

export type PledgePageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly open: readonly Commitment[]
  readonly chosen: string
  readonly action: string
  readonly question: string
}

/** What you, your association or your firm will bring. */
export function PledgePage({ reader, say, errors, typed, open, chosen, action, question }: PledgePageProps) {
  const fields = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('pledge.title')} lead={say('pledge.lead')} />
      <Form action={action} label={say('pledge.title')}>
        <Select
          name="commitment"
          label={say('pledge.to')}
          value={open.length === 1 ? String(open[0]?.number) : chosen}
          none={say('new.choose')}
          options={open.map((commitment) => ({ value: String(commitment.number), label: commitment.title }))}
          required
          {...fields}
        />
        <TextArea
          name="what"
          label={say('pledge.what')}
          help={say('pledge.what-help')}
          rows={3}
          maxLength={500}
          required
          {...fields}
        />
        <TextField
          name="howMuch"
          label={say('pledge.how-much')}
          help={say('pledge.how-much-help')}
          maxLength={200}
          required
          {...fields}
        />
        <DateField name="by" label={say('pledge.by')} required {...fields} />
        <Actions note={say('pledge.next')}>
          <Button>{say('pledge.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  DateField,
  Empty,
  ErrorSummary,
  Form,
  Head,
  Select,
  TextField,
  type Errors,
} from '../../../ui/index.ts'
import type { SayDelivery } from '../messages/words.ts'

export type NewCommitmentPageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly accepted: readonly { readonly number: number; readonly title: string }[]
  readonly members: readonly Politician[]
  readonly milestoneRows: readonly number[]
  readonly action: string
  readonly question: string
  /** Staff never promise: what they write waits for the politician it names. */
  readonly preparesOnly: boolean
  /** Number of the recommendation she came from. */
  readonly chosen: string
}

/** Turns an accepted recommendation into a promise. */
export function NewCommitmentPage({
  reader,
  say,
  errors,
  typed,
  accepted,
  members,
  milestoneRows,
  action,
  question,
  preparesOnly,
  chosen,
}: NewCommitmentPageProps) {
  const fields = { typed, errors }
  if (accepted.length === 0) {
    return (
      <>
        <Head title={say('new.title')} />
        <Empty title={say('new.empty')} level={2}>
          {say('new.empty-next')}
        </Empty>
      </>
    )
  }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('new.title')} lead={say('new.lead')} />
      <Form action={action} label={say('new.title')}>
        <Select
          name="recommendation"
          label={say('new.recommendation')}
          value={accepted.length === 1 ? String(accepted[0]?.number) : chosen}
          none={say('new.choose')}
          options={accepted.map((one) => ({ value: String(one.number), label: say('commitment.recommendation', one) }))}
          required
          {...fields}
        />
        <TextField
          name="title"
          label={say('new.what')}
          help={say('new.what-help')}
          maxLength={200}
          required
          {...fields}
        />
        <Select
          name="owner"
          label={say('new.owner')}
          help={say('new.owner-help')}
          none={say('new.choose')}
          options={members.map((member) => ({
            value: member.id,
            label: [member.name, member.party].filter(Boolean).join(', '),
          }))}
          required
          {...fields}
        />
        <TextField name="office" label={say('new.office')} {...fields} />
        <TextField name="budgetLine" label={say('new.budget')} help={say('new.budget-help')} {...fields} />
        <Checkbox name="needsNoBudget" label={say('money.none')} {...fields} />
        {milestoneRows.map((row) => (
          <fieldset class="ds-fieldset fm-field">
            <legend class="ds-label">{say('new.milestone', { number: row })}</legend>
            <TextField name={`what-${row}`} label={say('new.milestone-what')} required={row === 1} {...fields} />
            <DateField name={`due-${row}`} label={say('new.milestone-due')} required={row === 1} {...fields} />
          </fieldset>
        ))}
        <DateField name="nextReportOn" label={say('new.next-report')} required {...fields} />
        <Actions note={say('new.next')}>
          <Button>{say(preparesOnly ? 'new.prepare' : 'new.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

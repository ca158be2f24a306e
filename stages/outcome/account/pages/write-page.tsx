import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  TextArea,
  TextField,
  type Errors,
} from '../../../../ui/index.ts'
import type { SayOutcome } from '../../messages/words.ts'
import type { ValueAccount } from '../store.ts'

export type WritePageProps = {
  readonly reader: Reader
  readonly say: SayOutcome
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly latest: ValueAccount | undefined
  /** What the money box holds when nothing was typed. */
  readonly cost: string
  readonly action: string
}

/** Prepares the account of public value; a politician of the body signs it afterwards. */
export function WritePage({ reader, say, errors, typed, latest, cost, action }: WritePageProps) {
  const fields = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('write.title')} lead={say('write.lead')} />
      <Form action={action} label={say('write.title')}>
        <TextArea
          name="intendedFor"
          label={say('account.for')}
          help={say('write.for-help')}
          value={latest?.intendedFor}
          maxLength={4000}
          required
          {...fields}
        />
        <TextArea
          name="whatCame"
          label={say('account.came')}
          help={say('write.came-help')}
          value={latest?.whatCame}
          maxLength={6000}
          required
          {...fields}
        />
        <NumberField
          name="cost"
          label={say('write.cost')}
          help={say('write.cost-help')}
          value={cost}
          decimals
          {...fields}
        />
        <TextField
          name="currency"
          label={say('write.currency')}
          help={say('write.currency-help')}
          value={latest?.costCurrency ?? ''}
          room={4}
          {...fields}
        />
        <TextField name="costWords" label={say('write.cost-words')} value={latest?.costWords} {...fields} />
        <TextArea
          name="authorityUsed"
          label={say('account.authority')}
          help={say('write.authority-help')}
          value={latest?.authorityUsed}
          rows={3}
          maxLength={4000}
          required
          {...fields}
        />
        <TextArea
          name="whoBenefits"
          label={say('account.benefits')}
          help={say('write.benefits-help')}
          value={latest?.whoBenefits}
          rows={3}
          maxLength={4000}
          {...fields}
        />
        <TextArea
          name="whoPays"
          label={say('account.pays')}
          help={say('write.pays-help')}
          value={latest?.whoPays}
          rows={3}
          maxLength={4000}
          {...fields}
        />
        <TextArea
          name="sideEffects"
          label={say('account.side-effects')}
          help={say('write.side-help')}
          value={latest?.sideEffects}
          rows={3}
          maxLength={4000}
          required
          {...fields}
        />
        <TextArea
          name="fairness"
          label={say('account.fairness')}
          help={say('write.fairness-help')}
          value={latest?.fairness}
          rows={3}
          maxLength={4000}
          required
          {...fields}
        />
        <Actions note={say('write.next')}>
          <Button>{say('write.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

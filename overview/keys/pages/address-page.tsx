import type { FieldError } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { Actions, Button, ErrorSummary, Form, Head, Stack, TextField } from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'

export type AddressPageProps = {
  readonly say: SayKeys
  readonly common: Say<EverydayKey>
  readonly errors: readonly FieldError[]
  /** Where the code lies and until when it is good: finished words. */
  readonly lead: string
  readonly to: { readonly change: string; readonly again: string }
}

export function AddressPage({ say, common, errors, lead, to }: AddressPageProps) {
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('address-title')} lead={lead} />
      <Form action={to.change}>
        <TextField
          name="code"
          label={say('address-code')}
          help={say('address-code-help')}
          inputmode="numeric"
          autocomplete="one-time-code"
          room={20}
          required
          errors={errors}
        />
        <Actions>
          <Button>{say('address-change')}</Button>
          <a class="fm-link" href={to.again}>
            {say('address-again')}
          </a>
        </Actions>
      </Form>
    </Stack>
  )
}

import type { FieldError } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { Actions, Button, ErrorSummary, Form, Head, Stack, TextField } from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'

export type AddressPageProps = {
  readonly say: SayKeys
  readonly common: Say<EverydayKey>
  readonly errors: readonly FieldError[]
  /** The address she has, where a code was mailed to it too; null where her last proof is fresh. */
  readonly present: string | null
  /** Where the code lies and until when it is good: finished words. */
  readonly lead: string
  readonly to: { readonly change: string; readonly again: string }
}

export function AddressPage({ say, common, errors, present, lead, to }: AddressPageProps) {
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
        {present === null ? null : (
          <TextField
            name="proof"
            label={say('address-proof', { email: present })}
            help={say('address-proof-help')}
            inputmode="numeric"
            autocomplete="one-time-code"
            room={20}
            required
            errors={errors}
          />
        )}
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

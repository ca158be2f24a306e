import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { ErrorSummary, Head, PasskeyForm, Stack, TextField } from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'

export type PasskeyPageProps = {
  readonly say: SayKeys
  readonly common: Say<EverydayKey>
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly options: string
  readonly to: { readonly add: string; readonly back: string }
}

export function PasskeyPage({ say, common, typed, errors, options, to }: PasskeyPageProps) {
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('passkey-title')} lead={say('passkey-lead')} />
      <PasskeyForm
        act="add"
        action={to.add}
        options={options}
        button={say('passkey-add')}
        without={say('passkey-without')}
        failed={say('passkey-failed')}
      >
        <TextField
          name="name"
          label={say('passkey-name')}
          help={say('passkey-name-help')}
          room={40}
          required
          {...{ typed, errors }}
        />
      </PasskeyForm>
      <p>
        <a href={to.back}>{say('to-keys')}</a>
      </p>
    </Stack>
  )
}

import { Head, PasskeyForm, Stack } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type PasskeyPageProps = {
  readonly say: SaySignIn
  readonly options: string
  readonly to: { readonly signIn: string; readonly code: string }
}

export function PasskeyPage({ say, options, to }: PasskeyPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('passkey.title')} lead={say('passkey.lead')} />
      <PasskeyForm
        act="sign-in"
        action={to.signIn}
        options={options}
        button={say('code.enter')}
        without={say('passkey.without')}
        failed={say('passkey.failed')}
      />
      <p>
        <a href={to.code}>{say('passkey.code')}</a>
      </p>
    </Stack>
  )
}

import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { CommonKey, Say } from '../../../platform/i18n/index.ts'
import { Actions, Button, Columns, ErrorSummary, Form, Head, HiddenField, TextField } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'
import { DemoNote } from './sign-in-page.tsx'

export type CodePageProps = {
  readonly say: SaySignIn
  readonly common: Say<CommonKey>
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  /** The address a code was just sent to; null where the person types it. */
  readonly email: string | null
  readonly next: string
  readonly to: {
    readonly enter: string
    readonly again: string
    readonly be: string | null
    readonly outbox: string | null
  }
}

/** The same words whether or not the address is known here. */
export function CodePage({ say, common, typed, errors, email, next, to }: CodePageProps) {
  return (
    <Columns
      main={
        <>
          <ErrorSummary title={common('error-title')} errors={errors} />
          <Head title={say('code.title')} lead={email ? say('code.sent', { email }) : say('code.lead')} />
          <Form action={to.enter}>
            {email ? (
              <HiddenField name="email" value={email} />
            ) : (
              <TextField
                name="email"
                type="email"
                autocomplete="email"
                room={40}
                label={say('email')}
                required
                {...{ typed, errors }}
              />
            )}
            <TextField
              name="code"
              label={say('code.label')}
              help={say('code.help')}
              inputmode="numeric"
              autocomplete="one-time-code"
              room={10}
              required
              errors={errors}
            />
            <HiddenField name="next" value={next} />
            <Actions>
              <Button>{say('code.enter')}</Button>
              <a class="fm-link" href={to.again}>
                {say('code.again')}
              </a>
            </Actions>
          </Form>
        </>
      }
      aside={to.outbox ? <DemoNote say={say} outbox={to.outbox} be={to.be} /> : null}
    />
  )
}

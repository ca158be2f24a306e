import type { FieldError } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { Actions, Button, Columns, ErrorSummary, Form, Head, HiddenField, Note, TextField } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'
import { DemoNote } from './sign-in-page.tsx'

export type CodePageProps = {
  readonly say: SaySignIn
  readonly common: Say<EverydayKey>
  readonly errors: readonly FieldError[]
  /** Where the code lies and until when it is good: finished words. */
  readonly lead: string
  readonly next: string
  readonly to: {
    readonly enter: string
    readonly again: string
    readonly be: string | null
    readonly outbox: string | null
  }
}

/** The same words whether or not the address is known here. */
export function CodePage({ say, common, errors, lead, next, to }: CodePageProps) {
  return (
    <Columns
      main={
        <>
          <ErrorSummary title={common('error-title')} errors={errors} />
          <Head title={say('code.title')} lead={lead} />
          <Form action={to.enter}>
            <TextField
              name="code"
              label={say('code.label')}
              help={say('code.help')}
              inputmode="numeric"
              autocomplete="one-time-code"
              room={20}
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
      aside={
        <>
          <Note icon="info">
            <p>{say('code.here')}</p>
          </Note>
          {to.outbox ? <DemoNote say={say} outbox={to.outbox} be={to.be} /> : null}
        </>
      }
    />
  )
}

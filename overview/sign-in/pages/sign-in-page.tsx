import type { TypedForm, FieldError } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  Columns,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Section,
  TextField,
  WithPasskeys,
} from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

/** A code or a link of another browser does not work here; a link works once and for minutes. */
export type SignInNote = 'code.elsewhere' | 'link.elsewhere' | 'link.over'

export type SignInPageProps = {
  readonly say: SaySignIn
  readonly common: Say<EverydayKey>
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly next: string
  readonly note: SignInNote | null
  /** Electronic identities one can sign in with. */
  readonly eid: readonly EidChoice[]
  /** The name of the one that has proved who the reader is, where no account has it yet. */
  readonly proven: string | null
  readonly to: {
    readonly send: string
    readonly passkey: string
    /** The page to type the code on; null in a browser that has asked for none. */
    readonly code: string | null
    readonly be: string | null
    readonly outbox: string | null
  }
}

export type EidChoice = { readonly label: string; readonly action: string }

export function SignInPage(props: SignInPageProps) {
  const { say, common, typed, errors, next, note, eid, proven, to } = props
  return (
    <Columns
      main={
        <>
          <ErrorSummary title={common('error-title')} errors={errors} />
          <Head title={say('title')} lead={say('lead')} />
          {proven === null ? null : (
            <Note icon="info">
              <p>
                <strong>{say('eid.new', { label: proven })}</strong>
              </p>
              <p>{say('eid.new-text', { label: proven })}</p>
            </Note>
          )}
          {note ? (
            <Note icon="info">
              <p>{say(note)}</p>
            </Note>
          ) : null}
          <Form action={to.send}>
            <TextField
              name="email"
              type="email"
              autocomplete="email"
              inputmode="email"
              room={40}
              label={say('email')}
              help={say('email-help')}
              required
              {...{ typed, errors }}
            />
            <HiddenField name="next" value={next} />
            <Actions>
              <Button>{say('send')}</Button>
              {to.code ? (
                <a class="fm-link" href={to.code}>
                  {say('have-code')}
                </a>
              ) : null}
            </Actions>
          </Form>
          <WithPasskeys>
            <Form action={to.passkey} shape="inline">
              <HiddenField name="next" value={next} />
              <Button variant="secondary">{say('passkey.ask')}</Button>
            </Form>
          </WithPasskeys>
          {proven === null ? <EidChoices say={say} next={next} eid={eid} /> : null}
        </>
      }
      aside={
        <>
          <Note icon="people">
            <p>{say('new-here')}</p>
          </Note>
          {to.outbox ? <DemoNote say={say} outbox={to.outbox} be={to.be} /> : null}
        </>
      }
    />
  )
}

function EidChoices({ say, next, eid }: Pick<SignInPageProps, 'say' | 'next' | 'eid'>) {
  if (eid.length === 0) return null
  return (
    <Section id="identities" title={say('eid.or')}>
      <p>{say('eid.or-text')}</p>
      {eid.map(({ label, action }) => (
        <Form action={action} shape="inline">
          <HiddenField name="purpose" value="sign-in" />
          <HiddenField name="next" value={next} />
          <Button variant="secondary">{say('eid.start', { label })}</Button>
        </Form>
      ))}
    </Section>
  )
}

/** In the demonstration mail goes nowhere: say so where somebody waits for it. */
export function DemoNote({
  say,
  outbox,
  be,
}: {
  readonly say: SaySignIn
  readonly outbox: string
  readonly be: string | null
}) {
  return (
    <Note icon="mail">
      <p>
        <strong>{say('demo-title')}</strong>
      </p>
      <p>{say('demo-text')}</p>
      <p>
        <a href={outbox}>{say('demo-outbox')}</a>
      </p>
      {be ? (
        <p>
          <a href={be}>{say('demo-be')}</a>
        </p>
      ) : null}
    </Note>
  )
}

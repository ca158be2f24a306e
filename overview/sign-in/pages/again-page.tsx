import { Actions, Button, Form, Head, HiddenField, WithPasskeys } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type ProveAgainProps = {
  readonly say: SaySignIn
  readonly hours: number
  /** Where a code can be mailed to; null where a code is not enough. */
  readonly email: string | null
  readonly eid: readonly { readonly label: string; readonly action: string }[]
  /** Where she goes on with what she typed. */
  readonly next: string
  readonly to: { readonly send: string; readonly passkey: string | null; readonly back: string }
}

/** An act of weight waits: whoever wants it signs in once more, and finds what she typed. */
export function ProveAgain({ say, hours, email, eid, next, to }: ProveAgainProps) {
  return (
    <>
      <Head title={say('again.title')} lead={say('again.lead', { hours })} />
      <p>{say('again.kept')}</p>
      {eid.map(({ label, action }) => (
        <Form action={action} shape="inline">
          <HiddenField name="purpose" value="prove" />
          <HiddenField name="next" value={next} />
          <Button>{say('eid.start', { label })}</Button>
        </Form>
      ))}
      {email === null ? null : (
        <Form action={to.send}>
          <HiddenField name="email" value={email} />
          <HiddenField name="next" value={next} />
          <Actions>
            <Button>{say('again.code', { email })}</Button>
          </Actions>
        </Form>
      )}
      {to.passkey === null ? null : (
        <WithPasskeys>
          <Form action={to.passkey} shape="inline">
            <HiddenField name="next" value={next} />
            <Button variant="secondary">{say('passkey.ask')}</Button>
          </Form>
        </WithPasskeys>
      )}
      <p>
        <a class="fm-link" href={to.back}>
          {say('again.other-way')}
        </a>
      </p>
    </>
  )
}

export type GoOnProps = {
  readonly say: SaySignIn
  readonly path: string
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly leave: string
}

/** Signed in once more: the form she had filled, to be sent by one press. */
export function GoOn({ say, path, typed, leave }: GoOnProps) {
  return (
    <>
      <Head title={say('again.go-on-title')} lead={say('again.go-on-lead')} />
      <Form action={path}>
        {Object.entries(typed).map(([name, values]) =>
          values.map((value) => <HiddenField name={name} value={value} />),
        )}
        <Actions>
          <Button>{say('again.go-on')}</Button>
          <a class="fm-link" href={leave}>
            {say('again.leave')}
          </a>
        </Actions>
      </Form>
    </>
  )
}

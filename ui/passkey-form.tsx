import type { Child } from 'hono/jsx'
import { Actions, Button } from './button.tsx'
import { Form } from './form.tsx'
import { HiddenField } from './text-field.tsx'

/** What only a browser with script and passkeys can use (`ui/island/passkey.ts`); `without` stands there for the others. */
export function WithPasskeys({
  without,
  children,
}: {
  readonly without?: string | undefined
  readonly children: Child
}) {
  return (
    <fm-passkey>
      {without ? <p data-without>{without}</p> : null}
      <div data-with hidden>
        {children}
      </div>
    </fm-passkey>
  )
}

export type PasskeyFormProps = {
  readonly act: 'add' | 'sign-in'
  readonly action: string
  /** What the device is asked for, as JSON. */
  readonly options: string
  readonly button: string
  /** Said where there is no script, or no passkeys in this browser. */
  readonly without: string
  /** Said when the device gave no answer. */
  readonly failed: string
  readonly children?: Child | undefined
}

/** A form whose one answer a device gives. */
export function PasskeyForm({ act, action, options, button, without, failed, children }: PasskeyFormProps) {
  return (
    <fm-passkey data-act={act} data-options={options} data-failed={failed}>
      <p data-without>{without}</p>
      <div data-with hidden>
        <Form action={action}>
          {children}
          <HiddenField name="answer" value="" />
          <div class="fm-field">
            <p role="alert" data-failed></p>
          </div>
          <Actions>
            <Button>{button}</Button>
          </Actions>
        </Form>
      </div>
    </fm-passkey>
  )
}

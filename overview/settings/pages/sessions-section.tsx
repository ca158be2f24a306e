import { Actions, Button, Checkbox, Form, HiddenField, Section, TextField } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

export function SessionsSection({ say, typed, errors, to }: SettingsPageProps) {
  return (
    <Section id="sessions" title={say('sessions')} lead={say('sessions-lead')}>
      <h3 id="sign-out-one">{say('sign-out-one')}</h3>
      <Form action={to.endSessions} labelledBy="sign-out-one">
        <HiddenField name="whose" value="one" />
        <TextField
          name="signOutEmail"
          type="email"
          room={40}
          label={say('sign-out-email')}
          help={say('sign-out-help')}
          required
          {...{ typed, errors }}
        />
        <Actions>
          <Button variant="secondary">{say('sign-out-send')}</Button>
        </Actions>
      </Form>
      <h3 id="sign-out-all">{say('sign-out-all')}</h3>
      <Form action={to.endSessions} labelledBy="sign-out-all">
        <HiddenField name="whose" value="all" />
        <Checkbox name="everybody" label={say('sign-out-all-sure')} required {...{ typed, errors }} />
        <Actions>
          <Button variant="secondary" isGrave>
            {say('sign-out-all-send')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

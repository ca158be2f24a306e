import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say, TimeWords } from '../../../platform/i18n/index.ts'
import type { Passkey, SessionLine } from '../../../platform/identity/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Row,
  Section,
  Stack,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { SayKeys } from '../messages/words.ts'
import { Passkeys } from './passkeys.tsx'

export type KeysPageProps = {
  readonly say: SayKeys
  readonly common: Say<EverydayKey>
  readonly time: TimeWords
  readonly email: string
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly sessions: readonly SessionLine[]
  readonly passkeys: readonly Passkey[]
  readonly to: {
    readonly [Name in 'end' | 'endOthers' | 'endAll' | 'askAddress' | 'askPasskey' | 'removePasskey']: string
  }
}

export function KeysPage(props: KeysPageProps) {
  const { say, common, errors } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('title')} lead={say('lead')} />
      <Sessions {...props} />
      <Passkeys {...props} />
      <Address {...props} />
    </Stack>
  )
}

function Sessions({ say, time, sessions, to }: KeysPageProps) {
  return (
    <Section id="sessions" title={say('sessions')} lead={sessions.length > 1 ? say('sessions-lead') : undefined}>
      <Table
        caption={say('sessions')}
        isCaptionHidden
        columns={[
          { label: say('session-browser'), width: 'most' },
          { label: say('session-opened') },
          { label: say('session-seen') },
          { label: say('session-act') },
        ]}
        rows={sessions.map((session) => {
          const browser = session.browser || say('session-unknown')
          const day = time.day(session.openedAt)
          return {
            cells: [
              session.isThis ? <strong>{say('session-this', { browser })}</strong> : browser,
              say('session-opened-by', { day, means: say(`by-${session.means}`) }),
              time.day(session.seenOn),
              <Form action={to.end} shape="inline">
                <HiddenField name="session" value={session.id} />
                <button type="submit" class="fm-plainbutton">
                  {say('session-end', { browser, day })}
                </button>
              </Form>,
            ],
          }
        })}
      />
      <Row>
        {sessions.length > 1 ? (
          <Form action={to.endOthers} shape="inline">
            <Button variant="secondary">{say('sessions-others')}</Button>
          </Form>
        ) : null}
        <Form action={to.endAll} shape="inline">
          <Button variant="secondary">{say('sessions-all')}</Button>
        </Form>
      </Row>
    </Section>
  )
}

function Address({ say, email, typed, errors, to }: KeysPageProps) {
  return (
    <Section id="address" title={say('address')} lead={say('address-lead', { email })}>
      <Form action={to.askAddress} labelledBy="address">
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          inputmode="email"
          room={40}
          label={say('address-new')}
          help={say('address-help')}
          required
          {...{ typed, errors }}
        />
        <Actions>
          <Button variant="secondary">{say('address-send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

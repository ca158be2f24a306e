import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Head,
  Section,
  Select,
  Stack,
  StateTag,
  TextField,
} from '../../../ui/index.ts'
import { BodiesSection } from './bodies-section.tsx'
import { PlaceSection } from './place-section.tsx'
import { SeatsSection } from './seats-section.tsx'
import { StaffSection } from './staff-section.tsx'
import type { SettingsPageProps } from './settings-props.ts'

export function SettingsPage(props: SettingsPageProps) {
  const { say, common, title, done, errors } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={title} lead={say('lead')}>
        {done ? (
          <p role="status">
            <StateTag icon="agree" color="success">
              {done}
            </StateTag>
          </p>
        ) : null}
      </Head>
      <PlaceSection {...props} />
      <BodiesSection {...props} />
      <SeatsSection {...props} />
      <StaffSection {...props} />
      <LinkSection {...props} />
      <MailSection {...props} />
    </Stack>
  )
}

function LinkSection({ say, unlinked, typed, errors, to }: SettingsPageProps) {
  const field = { typed, errors }
  return (
    <Section id="link" title={say('link')} lead={say('link-lead')}>
      {unlinked.length === 0 ? (
        <p>{say('link-none')}</p>
      ) : (
        <Form action={to.link} labelledBy="link">
          <Select
            name="person"
            label={say('link-person')}
            none=""
            required
            options={unlinked.map((one) => ({
              value: one.id,
              label: [one.name, one.role, one.party].filter(Boolean).join(' · '),
            }))}
            {...field}
          />
          <TextField name="linkEmail" type="email" room={40} label={say('link-email')} required {...field} />
          <Actions>
            <Button variant="secondary">{say('link-send')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function MailSection({ say, email, to }: SettingsPageProps) {
  return (
    <Section id="mail" title={say('mail')} lead={say('mail-text')}>
      <Form action={to.mailTest} shape="inline">
        <Button variant="secondary">{say('mail-send', { email })}</Button>
      </Form>
      <p>
        <a href={to.outbox}>{say('mail-outbox')}</a>
      </p>
    </Section>
  )
}

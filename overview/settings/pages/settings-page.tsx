import { Button, ErrorSummary, Form, Head, Section, Stack, StateTag } from '../../../ui/index.ts'
import { BodiesSection } from './bodies-section.tsx'
import { LinkSection } from './link-section.tsx'
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

import { Button, ButtonLink, ErrorSummary, Form, Head, Section, Stack, StateTag } from '../../../ui/index.ts'
import { BodiesSection } from './bodies-section.tsx'
import { LinkSection } from './link-section.tsx'
import { OutlineSection } from './outline-section.tsx'
import { PlaceSection } from './place-section.tsx'
import { SeatsSection } from './seats-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
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
      <OutlineSection {...props} />
      <BodiesSection {...props} />
      <AgendaSection {...props} />
      <SeatsSection {...props} />
      <StaffSection {...props} />
      <LinkSection {...props} />
      <SessionsSection {...props} />
      <MailSection {...props} />
    </Stack>
  )
}

/** No channel without a body that must answer: the way to the rule, and how it stands. */
function AgendaSection({ say, rule, to }: SettingsPageProps) {
  return (
    <Section
      id="agenda"
      title={say('agenda')}
      lead={rule ? say('agenda-is', { body: rule.body, count: rule.threshold }) : say('agenda-none')}
    >
      <p>
        <ButtonLink href={to.agendaRule} variant={rule ? 'secondary' : 'primary'}>
          {say(rule ? 'agenda-change' : 'agenda-set')}
        </ButtonLink>
      </p>
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

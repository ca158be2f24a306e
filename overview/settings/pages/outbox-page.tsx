import { Details, Empty, Head, Note, Prose, Section, Stack } from '../../../ui/index.ts'
import type { SaySettings } from '../messages/words.ts'

type Mail = { readonly subject: string; readonly text: string; readonly line: string }

export type OutboxPageProps = {
  readonly say: SaySettings
  /** Everyone in a demonstration; an administrator with the codes; other staff without. */
  readonly sees: 'all' | 'codes' | 'no-codes'
  readonly mails: readonly Mail[]
}

const warnings = { all: 'outbox.open', codes: 'outbox.grave', 'no-codes': 'outbox.masked' } as const

export function OutboxPage({ say, sees, mails }: OutboxPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('outbox.title')} lead={say('outbox.lead')} />
      <Note icon="info">
        <p>{say(warnings[sees])}</p>
      </Note>
      {mails.length === 0 ? (
        <Empty level={2} title={say('outbox.none')}>
          {say('outbox.none-text')}
        </Empty>
      ) : null}
      {mails.length === 0 ? null : (
        <Section id="mails" title={say('outbox.mails')} isTitleHidden>
          <div>
            {mails.map((mail, i) => (
              <Details summary={<MailHead mail={mail} />} isOpen={i === 0}>
                <Prose text={mail.text} />
              </Details>
            ))}
          </div>
        </Section>
      )}
    </Stack>
  )
}

/** The newest mail is open; of the others one sees whom and what about. */
function MailHead({ mail }: { readonly mail: Mail }) {
  return (
    <>
      {mail.subject}
      <br />
      <span class="fm-mini">{mail.line}</span>
    </>
  )
}

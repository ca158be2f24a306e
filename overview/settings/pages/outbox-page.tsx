import { Empty, Head, Note, Panel, Prose, Stack } from '../../../ui/index.ts'
import type { SaySettings } from '../messages/words.ts'

export type OutboxPageProps = {
  readonly say: SaySettings
  /** Everyone in a demonstration; an administrator with the codes; other staff without. */
  readonly sees: 'all' | 'codes' | 'no-codes'
  readonly mails: readonly { readonly subject: string; readonly text: string; readonly line: string }[]
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
      {mails.map((mail) => (
        <Panel>
          <h2 class="fm-h-mid">{mail.subject}</h2>
          <p class="fm-mini">{mail.line}</p>
          <Prose text={mail.text} />
        </Panel>
      ))}
    </Stack>
  )
}

import { Button, Form, Head, Section, Stack, Table } from '../../../ui/index.ts'
import type { SayOwnData } from '../messages/words.ts'

/** Why something is kept; each has its own line of words. */
const purposes = ['sign-in', 'who', 'words', 'votes', 'seats', 'news', 'record'] as const

export type OwnDataPageProps = {
  readonly say: SayOwnData
  readonly to: { readonly [Name in 'take' | 'me' | 'welcome' | 'leaving' | 'privacy']: string }
}

export function OwnDataPage({ say, to }: OwnDataPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('title')} lead={say('lead')} />
      <Section id="kept" title={say('kept')}>
        <Table
          caption={say('kept')}
          isCaptionHidden
          columns={[{ label: say('column.what') }, { label: say('column.why') }, { label: say('column.until') }]}
          rows={purposes.map((key) => ({
            cells: [say(`${key}.what`), say(`${key}.why`), say(`${key}.until`)],
          }))}
        />
        <p>{say('no-documents')}</p>
        <p>
          <a href={to.privacy}>{say('to-privacy')}</a>
        </p>
      </Section>
      <Section id="take" title={say('take')}>
        <p>{say('take-text')}</p>
        <Form action={to.take}>
          <Button>{say('take-button')}</Button>
        </Form>
      </Section>
      <Section id="correct" title={say('correct')}>
        <p>
          {say('correct-text')} <a href={to.welcome}>{say('correct-who')}</a>
        </p>
        <p>
          <a href={`${to.me}#settings`}>{say('correct-settings')}</a>
        </p>
      </Section>
      <Section id="delete" title={say('delete')}>
        <p>
          <a href={to.leaving}>{say('delete-link')}</a>
        </p>
      </Section>
    </Stack>
  )
}

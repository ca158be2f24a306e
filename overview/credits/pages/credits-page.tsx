import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, List, PersonChip, Row, Said, Small, Stack, StateTag, type IconName } from '../../../ui/index.ts'
import type { CreditedPerson, CreditKind } from '../credits.ts'
import type { SayCredit } from '../messages/words.ts'

export type CreditsPageProps = {
  readonly reader: Reader
  readonly say: SayCredit
  readonly question: string
  readonly language: string
  readonly thread: string
  /** By name. */
  readonly people: readonly (CreditedPerson & { readonly href: string; readonly line: string })[]
}

const icons: Readonly<Record<CreditKind, IconName>> = {
  opened: 'play',
  sponsored: 'hand',
  framed: 'edit',
  stood: 'quote',
  brokered: 'people',
  listened: 'talk',
  opposed: 'disagree',
  moved: 'promise',
}

/** Who opened, brokered, moved and opposed what: honest credit, without a number and without a rank. */
export function CreditsPage({ reader, say, question, language, thread, people }: CreditsPageProps) {
  return (
    <Stack gap="8">
      <Head title={say('title')} eyebrow={<Said lang={language}>{question}</Said>} lead={say('lead')} />
      {people.length === 0 ? (
        <Empty level={2} title={say('none')}>
          {say('none-text')}
        </Empty>
      ) : null}
      {people.map(({ id, name, href, line, acts }) => (
        <section class="fm-stack" aria-labelledby={`person-${id}`}>
          <h2 class="fm-h-mid" id={`person-${id}`}>
            <PersonChip name={name} role="politician" href={href} line={line} />
          </h2>
          <List
            isTight
            items={acts.map((act) => (
              <>
                <Row>
                  <a href={act.href}>{act.text}</a>
                  <StateTag icon={icons[act.kind]} color={act.kind === 'opposed' ? 'neutral' : 'info'}>
                    {say(`kind.${act.kind}`)}
                  </StateTag>
                </Row>
                {act.at ? <Small>{reader.time.day(act.at)}</Small> : null}
              </>
            ))}
          />
        </section>
      ))}
      <p class="fm-small fm-muted">
        {say('residents')} <a href={thread}>{say('thread')}</a>
      </p>
    </Stack>
  )
}

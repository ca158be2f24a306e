import { Empty, Head, People, Section, Stack } from '../../../ui/index.ts'
import type { SayPeople } from '../messages/words.ts'

export type Seated = { readonly name: string; readonly href: string; readonly line: string; readonly body: string }

export type PeoplePageProps = {
  readonly say: SayPeople
  readonly place: string
  readonly people: readonly Seated[]
  readonly popolo: string
  /** The page of each body, by its name. */
  readonly bodyPages: ReadonlyMap<string, string>
}

export function PeoplePage({ say, place, people, popolo, bodyPages }: PeoplePageProps) {
  const groups = [...Map.groupBy(people, (one) => one.body)].sort((a, b) => b[1].length - a[1].length)
  return (
    <Stack gap="8">
      <Head title={say('title')} lead={say('lead', { place })} />
      {people.length === 0 ? (
        <Empty level={2} title={say('none')}>
          {say('none-text')}
        </Empty>
      ) : null}
      {groups.map(([body, these], i) => {
        const href = bodyPages.get(body)
        return (
          <Section
            id={`body-${i + 1}`}
            title={body || say('without-body')}
            more={href ? { href, text: say('body-link') } : undefined}
          >
            <People people={these.map((one) => ({ ...one, role: 'politician' as const }))} />
          </Section>
        )
      })}
      <p>
        <a href={popolo}>{say('open-data')}</a>
      </p>
    </Stack>
  )
}

import { Button, Empty, Form, Head, List, Section, Stack, TextField } from '../../../ui/index.ts'
import type { SaySearch } from '../messages/words.ts'

export type FoundLine = { readonly title: string; readonly href: string; readonly line: string }

export type Found = {
  readonly cases: readonly FoundLine[]
  readonly people: readonly FoundLine[]
  readonly recommendations: readonly FoundLine[]
}

export type SearchPageProps = {
  readonly say: SaySearch
  readonly place: string
  readonly words: string
  /** Null before anything was asked. */
  readonly found: Found | null
  readonly to: { readonly search: string; readonly cases: string }
}

export function SearchPage({ say, place, words, found, to }: SearchPageProps) {
  const count = found ? found.cases.length + found.people.length + found.recommendations.length : 0
  return (
    <Stack gap="8">
      <Head title={say('title')} lead={say('lead', { place })} />
      <Form action={to.search} method="get" shape="search" label={say('title')}>
        <TextField name="q" type="search" inputmode="search" label={say('label')} value={words} required />
        <Button icon="search">{say('send')}</Button>
      </Form>
      {found ? <p role="status">{say('found', { count, words })}</p> : null}
      {found && count === 0 ? (
        <Empty level={2} title={say('tip')}>
          <a href={to.cases}>{say('all')}</a>
        </Empty>
      ) : null}
      {found
        ? (['cases', 'recommendations', 'people'] as const).map((group) =>
            found[group].length === 0 ? null : (
              <Section id={`found-${group}`} title={say(group)} size="mid">
                <List
                  items={found[group].map(({ title, href, line }) => (
                    <>
                      <a href={href}>{title}</a>
                      {line ? <p class="fm-mini">{line}</p> : null}
                    </>
                  ))}
                />
              </Section>
            ),
          )
        : null}
    </Stack>
  )
}

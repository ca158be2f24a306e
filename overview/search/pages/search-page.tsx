import { Button, Empty, Form, Head, List, Section, Stack, TextField } from '../../../ui/index.ts'
import type { SaySearch } from '../messages/words.ts'

export type FoundKind =
  | 'cases'
  | 'people'
  | 'recommendations'
  | 'answers'
  | 'commitments'
  | 'ideas'
  | 'statements'
  | 'questions'
  | 'facts'
  | 'notes'
  | 'meetings'
  | 'points'
  | 'events'
  | 'groups'

export type FoundLine = {
  readonly title: string
  readonly href: string
  /** The few words around what was found; empty where the title says it. */
  readonly piece: string
  /** The case it is in, or of a person her office. */
  readonly of: string
}

/** The best of a kind, and how many more there are. */
export type FoundGroup = {
  readonly kind: FoundKind
  readonly lines: readonly FoundLine[]
  readonly more: number
  /** There may be more than were counted. */
  readonly isOpenEnded: boolean
}
export type Found = readonly FoundGroup[]

export type SearchPageProps = {
  readonly say: SaySearch
  readonly place: string
  readonly words: string
  /** Only the first words were looked for. */
  readonly isCut: boolean
  /** Null before anything was asked. */
  readonly found: Found | null
  readonly to: { readonly search: string; readonly cases: string }
}

export function SearchPage({ say, place, words, isCut, found, to }: SearchPageProps) {
  const count = (found ?? []).reduce((sum, { lines, more }) => sum + lines.length + more, 0)
  const isOpenEnded = (found ?? []).some((group) => group.isOpenEnded)
  return (
    <Stack gap="8">
      <Head title={say('title')} lead={say('lead', { place })} />
      <Form action={to.search} method="get" shape="search" label={say('title')}>
        <TextField name="q" type="search" inputmode="search" label={say('label')} value={words} required />
        <Button icon="search">{say('send')}</Button>
      </Form>
      {isCut ? <p>{say('cut')}</p> : null}
      {found ? <p role="status">{say(isOpenEnded ? 'found-many' : 'found', { count, words })}</p> : null}
      {found && count === 0 ? (
        <Empty level={2} title={say('tip')}>
          <a href={to.cases}>{say('all')}</a>
        </Empty>
      ) : null}
      {(found ?? []).map((group) => (group.lines.length === 0 ? null : <Group say={say} group={group} />))}
    </Stack>
  )
}

function Group({
  say,
  group: { kind, lines, more, isOpenEnded },
}: {
  readonly say: SaySearch
  readonly group: FoundGroup
}) {
  return (
    <Section id={`found-${kind}`} title={say(kind)} size="mid">
      <List
        items={lines.map(({ title, href, piece, of }) => (
          <>
            <a href={href}>{title}</a>
            {piece ? <p>{piece}</p> : null}
            {of ? <p class="fm-mini">{of}</p> : null}
          </>
        ))}
      />
      {more > 0 ? <p>{say(isOpenEnded ? 'many' : 'more', { count: more })}</p> : null}
    </Section>
  )
}

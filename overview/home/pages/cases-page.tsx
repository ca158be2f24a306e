import type { Reader } from '../../../platform/http/index.ts'
import type { HandedLink, Listed, ListOrder, ListState } from '../../../stages/problem/index.ts'
import {
  Button,
  ButtonLink,
  CaseCard,
  CaseList,
  Empty,
  Form,
  Head,
  Pager,
  Section,
  Select,
  Stack,
  StateTag,
  TextField,
  type IconName,
  type TagColor,
} from '../../../ui/index.ts'
import type { CaseLine } from '../case-line.ts'
import type { SayHome } from '../messages/words.ts'
import { OneCase } from './cases.tsx'

/** A problem of the list; with its line, where the stages were asked where it stands. */
export type CaseRow = Listed & { readonly line: CaseLine | null }

export type CasesPageProps = {
  readonly reader: Reader
  readonly say: SayHome
  readonly isTold: boolean
  readonly place: string
  readonly rows: readonly CaseRow[]
  readonly asked: { readonly words: string; readonly state: ListState | null; readonly order: ListOrder }
  readonly counts: ReadonlyMap<ListState, number>
  /** The way to what other places have handed over. */
  readonly handed: HandedLink | null
  readonly first: string | null
  readonly more: string | null
}

export function CasesPage(props: CasesPageProps) {
  const { reader, say, place, isTold, rows, handed, first, more, counts } = props
  const raise = isTold ? undefined : <ButtonLink href={reader.to('problem.new')}>{say('raise')}</ButtonLink>
  return (
    <Stack gap="8">
      <Head title={say('cases.title')} lead={say('cases.lead', { place })}>
        {raise && rows.length > 0 ? <p>{raise}</p> : null}
        {handed ? (
          <p class="fm-small">
            <a href={handed.href}>{handed.text}</a> {handed.words}
          </p>
        ) : null}
      </Head>
      {counts.size === 0 ? null : <Filter {...props} />}
      {rows.length === 0 ? (
        <Empty level={2} title={say(counts.size === 0 ? 'none' : 'cases.nothing')} action={raise}>
          {say(counts.size === 0 ? 'none-text' : 'cases.nothing-text')}
        </Empty>
      ) : (
        <Section id="cases" title={say('all-cases')} isTitleHidden>
          <CaseList>
            {rows.map((row) =>
              row.line ? <OneCase {...props} one={row.line} /> : <Raised reader={reader} say={say} row={row} />,
            )}
          </CaseList>
        </Section>
      )}
      {first || more ? (
        <Pager
          label={say('cases.pages')}
          before={first ? { href: first, text: say('cases.first') } : undefined}
          after={more ? { href: more, text: say('cases.more') } : undefined}
        />
      ) : null}
    </Stack>
  )
}

function Filter({ reader, say, asked, counts }: CasesPageProps) {
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return (
    <Form action={reader.to('cases')} method="get" label={say('cases.filter')}>
      <div class="fm-filter">
        <TextField name="q" type="search" inputmode="search" label={say('cases.words')} value={asked.words} required />
        <Select
          name="state"
          label={say('cases.state')}
          value={asked.state ?? ''}
          none={say('cases.any', { count: all })}
          options={[...counts].map(([value, count]) => ({
            value,
            label: say('cases.state-count', { state: say(`state.${value}`), count }),
          }))}
          required
        />
        <Select
          name="order"
          label={say('cases.order')}
          value={asked.order}
          options={(['newest', 'time-left'] as const).map((value) => ({ value, label: say(`cases.by-${value}`) }))}
          required
        />
        <Button icon="search">{say('cases.show')}</Button>
      </div>
    </Form>
  )
}

const looks: Readonly<Record<ListState, { readonly icon: IconName; readonly color: TagColor }>> = {
  collecting: { icon: 'people', color: 'brand1' },
  closed: { icon: 'empty', color: 'neutral' },
  waiting: { icon: 'clock', color: 'warning' },
  'taken-up': { icon: 'agree', color: 'success' },
  mandate: { icon: 'document', color: 'success' },
  refused: { icon: 'disagree', color: 'neutral' },
  lapsed: { icon: 'empty', color: 'neutral' },
  settled: { icon: 'agree', color: 'neutral' },
  merged: { icon: 'refer', color: 'neutral' },
  open: { icon: 'talk', color: 'neutral' },
  told: { icon: 'quote', color: 'neutral' },
}

type RaisedProps = { readonly reader: Reader; readonly say: SayHome; readonly row: CaseRow }

/** What nobody leads yet, or what has ended: where it stands, and how long that lasts. */
function Raised({ reader, say, row: { problem, state, endsAt } }: RaisedProps) {
  const time = endsAt && { day: reader.time.day(endsAt), left: reader.time.left(endsAt) }
  return (
    <CaseCard
      step={
        <p>
          <StateTag {...looks[state]}>{say(`state.${state}`)}</StateTag>
        </p>
      }
      title={problem.question}
      href={reader.to('journey', { problem: problem.slug })}
      lead={
        time ? <span class="fm-mini">{say(state === 'waiting' ? 'cases.due' : 'cases.until', time)}</span> : undefined
      }
    />
  )
}

import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, List, Said, Section, Table } from '../../../ui/index.ts'
import { added, type Hours } from '../hours.ts'
import type { SayWorkload } from '../messages/words.ts'
import { ofHours } from '../of-hours.ts'
import type { CaseTime } from '../time-of.ts'
import { numberIn } from './case-page.tsx'

export type CaseLine = {
  readonly question: string
  readonly language: string
  readonly href: string
  readonly time: CaseTime
}

export type ManyLine = {
  readonly name: string
  readonly href: string | undefined
  readonly groups: number
  readonly isFull: boolean
}

export type PlacePageProps = {
  readonly reader: Reader
  readonly say: SayWorkload
  readonly cases: readonly CaseLine[]
  readonly mine: readonly (Omit<CaseLine, 'time'> & { readonly hours: Hours })[]
  readonly many: readonly ManyLine[]
  readonly limits: { readonly politicians: number; readonly facilitators: number }
  readonly freedHours: number
}

/** What groups ask of a place, and what they free. */
export function PlacePage(props: PlacePageProps) {
  const { reader, say, cases, mine, freedHours } = props
  return (
    <>
      <Head title={say('place.title')} lead={say('place.lead')} />
      {mine.length === 0 ? null : (
        <Section id="mine" title={say('mine.title')} lead={say('mine-lead')}>
          <List
            isTight
            items={mine.map(({ question, language, href, hours }) => (
              <>
                <a href={href}>
                  <Said lang={language}>{question}</Said>
                </a>{' '}
                <span class="fm-small">{say('mine', hours)}</span>
              </>
            ))}
          />
        </Section>
      )}
      {cases.length === 0 ? (
        <Empty title={say('place.none')} level={2}>
          <p>{say('place.none-next')}</p>
        </Empty>
      ) : (
        <Cases {...props} />
      )}
      <Many {...props} />
      <Section id="freed" title={say('freed.title')}>
        <p>{say('freed', { hours: freedHours })}</p>
        <p>
          <a href={reader.to('mandates.moved')}>{say('freed.link')}</a>
        </p>
      </Section>
    </>
  )
}

function Cases({ reader, say, cases }: PlacePageProps) {
  const number = numberIn(reader.lang)
  const both = ({ meetings }: CaseTime, count: number, hours: Hours): string =>
    ofHours(say, number, { meetings, count, hours })
  return (
    <Section id="groups" title={say('groups')} lead={say('groups-lead')}>
      <Table
        caption={say('groups')}
        isCaptionHidden
        columns={[
          { label: say('group') },
          { label: say('politicians'), isNumber: true },
          { label: say('citizens'), isNumber: true },
          { label: say('facilitators'), isNumber: true },
        ]}
        rows={cases.map(({ question, language, href, time }) => ({
          cells: [
            <a href={href}>
              <Said lang={language}>{question}</Said>
            </a>,
            both(time, time.politicians.length, added(time.politicians.map(({ hours }) => hours))),
            both(time, time.citizens.count, time.citizens.hours),
            both(time, time.facilitators.length, added(time.facilitators.map(({ hours }) => hours))),
          ],
        }))}
      />
    </Section>
  )
}

function Many({ reader, say, many, limits }: PlacePageProps) {
  return (
    <Section id="many" title={say('many.title')} lead={say('many.lead', limits)}>
      {many.length === 0 ? null : (
        <Table
          caption={say('many.title')}
          isCaptionHidden
          columns={[{ label: say('who') }, { label: say('many.count'), isNumber: true }]}
          rows={many.map(({ name, href, groups, isFull }) => ({
            cells: [
              href ? <a href={href}>{name}</a> : name,
              isFull ? say('many.full', { count: groups }) : String(groups),
            ],
          }))}
        />
      )}
      <p>
        <a href={reader.to('arena.limits')}>{say('many.limits')}</a>
      </p>
    </Section>
  )
}

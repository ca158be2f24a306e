import type { Id } from '@folkmoot/basics/ids.ts'
import { Empty, FigureRow, Head, Note, Said, Section, Table } from '../../../../ui/index.ts'
import type { NamedProblem } from '../../../problem/index.ts'
import { byYear, type Asked } from '../by-year.ts'
import { whereIs } from '../rules.ts'
import type { Moved } from '../store.ts'
import { whereWords, type MovedWriter } from './one-move.tsx'

export type MovedInPlacePageProps = MovedWriter & {
  /** What was asked for of them all. */
  readonly moved: readonly Moved[]
  readonly all: readonly Moved[]
  readonly asked: Asked
  readonly committee: { readonly slug: string; readonly name: string } | undefined
  readonly bodySlugs: ReadonlyMap<Id<'body'>, string>
  readonly named: ReadonlyMap<Id<'problem'>, NamedProblem>
}

/** The register of a place: what standing committees gave to groups, and what they have back. */
export function MovedInPlacePage(props: MovedInPlacePageProps) {
  const { say, all, moved, today } = props
  const away = moved.filter((one) => whereIs(one, today) === 'moved')
  const hours = away.reduce((sum, { freedHours }) => sum + (freedHours ?? 0), 0)
  return (
    <>
      <Head title={say('place.title')} lead={say('place.lead')} />
      <Note icon="locked">
        <p>{say('stays-note')}</p>
      </Note>
      {all.length === 0 ? (
        <Empty title={say('place.none')} level={2}>
          <p>{say('place.none-next')}</p>
        </Empty>
      ) : (
        <>
          <FigureRow
            figures={[
              { number: String(away.length), label: say('place.away', { count: away.length }) },
              { number: String(moved.length - away.length), label: say('place.back') },
              { number: String(hours), label: say('place.freed') },
            ]}
          />
          <Section id="register" title={say('place.register')}>
            <Narrowed {...props} />
            {moved.length === 0 ? <p class="fm-text">{say('place.none-such')}</p> : <Register {...props} />}
            <p class="fm-small">
              <a href={`${props.reader.to('mandates.moved-table')}${queryOf(props.committee?.slug, props.asked.year)}`}>
                {say('place.download')}
              </a>
            </p>
          </Section>
          <Years {...props} />
        </>
      )}
    </>
  )
}

/** Of what is shown, and the way back to all of it. */
function Narrowed({ reader, say, asked, committee }: MovedInPlacePageProps) {
  if (committee === undefined && asked.year === null) return null
  const words = [committee?.name, asked.year === null ? undefined : String(asked.year)].filter(Boolean).join(', ')
  return (
    <p class="fm-text">
      {say('place.narrowed', { words })} <a href={`${reader.to('mandates.moved')}#register`}>{say('place.whole')}</a>
    </p>
  )
}

/** What each committee gave away by the decisions of each year. */
function Years({ reader, say, all, today, bodyNames, bodySlugs }: MovedInPlacePageProps) {
  const lines = byYear(all, today)
  const isUnreckoned = lines.some(({ unreckoned }) => unreckoned > 0)
  return (
    <Section id="years" title={say('years.title')} lead={say('years.lead')}>
      <Table
        caption={say('years.title')}
        isCaptionHidden
        columns={[
          { label: say('years.committee') },
          { label: say('years.year') },
          { label: say('years.moved'), isNumber: true },
          { label: say('years.back'), isNumber: true },
          { label: say('fact.freed'), isNumber: true },
        ]}
        rows={lines.map(({ from, year, moved, back, freedHours }) => ({
          cells: [
            <a href={`${reader.to('mandates.moved')}${queryOf(bodySlugs.get(from), year)}#register`}>
              {bodyNames.get(from) ?? ''}
              {year === null ? null : <span class="fm-vh">, {year}</span>}
            </a>,
            year === null ? reader.common('unknown') : String(year),
            String(moved),
            String(back),
            String(freedHours),
          ],
        }))}
      />
      {isUnreckoned ? <p class="fm-small">{say('years.unreckoned')}</p> : null}
    </Section>
  )
}

function queryOf(committee: string | undefined, year: number | null): string {
  const query = new URLSearchParams({
    ...(committee === undefined ? {} : { committee }),
    ...(year === null ? {} : { year: String(year) }),
  })
  return query.size === 0 ? '' : `?${query}`
}

function Register(props: MovedInPlacePageProps) {
  const { reader, say, moved, named, bodyNames } = props
  return (
    <Table
      caption={say('place.register')}
      isCaptionHidden
      columns={[
        { label: say('fact.what') },
        { label: say('fact.from') },
        { label: say('fact.to') },
        { label: say('fact.decided') },
        { label: say('fact.where') },
        { label: say('fact.freed'), isNumber: true },
      ]}
      rows={moved.map((one) => {
        const problem = named.get(one.problem)
        return {
          cells: [
            <Said lang={problem?.language}>{one.what}</Said>,
            bodyNames.get(one.from) ?? '',
            problem ? (
              <a href={`${reader.to('mandate.moved', { problem: problem.slug })}#move-${one.number}`}>
                <Said lang={problem.language}>{problem.question}</Said>
              </a>
            ) : (
              ''
            ),
            say('decided-short', {
              body: bodyNames.get(one.body) ?? '',
              day: one.decidedOn ? reader.time.dayInTable(one.decidedOn) : reader.common('unknown'),
            }),
            whereWords(props, one),
            one.freedHours === null ? reader.common('unknown') : String(one.freedHours),
          ],
        }
      })}
    />
  )
}

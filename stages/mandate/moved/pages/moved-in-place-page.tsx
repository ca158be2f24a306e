import type { Id } from '@folkmoot/basics/ids.ts'
import { Empty, FigureRow, Head, Note, Said, Table } from '../../../../ui/index.ts'
import type { NamedProblem } from '../../../problem/index.ts'
import { whereIs } from '../rules.ts'
import type { Moved } from '../store.ts'
import { whereWords, type MovedWriter } from './one-move.tsx'

export type MovedInPlacePageProps = MovedWriter & {
  readonly moved: readonly Moved[]
  readonly named: ReadonlyMap<Id<'problem'>, NamedProblem>
}

/** The register of a place: what standing committees gave to groups, and what they have back. */
export function MovedInPlacePage(props: MovedInPlacePageProps) {
  const { say, moved, today } = props
  const away = moved.filter((one) => whereIs(one, today) === 'moved')
  const hours = away.reduce((sum, { freedHours }) => sum + (freedHours ?? 0), 0)
  return (
    <>
      <Head title={say('place.title')} lead={say('place.lead')} />
      <Note icon="locked">
        <p>{say('stays-note')}</p>
      </Note>
      {moved.length === 0 ? (
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
          <Register {...props} />
        </>
      )}
    </>
  )
}

function Register(props: MovedInPlacePageProps) {
  const { reader, say, moved, named, bodyNames } = props
  return (
    <Table
      caption={say('place.title')}
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

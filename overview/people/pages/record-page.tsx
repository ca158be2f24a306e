import type { Seat } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Head, Section, Small, Stack, Table } from '../../../ui/index.ts'
import { rowNames, type FigureLine, type RowsName } from '../figure-lines.ts'
import type { SayPeople } from '../messages/words.ts'
import type { RecordRow } from '../rows.ts'

export type RecordPageProps = {
  readonly reader: Reader
  readonly say: SayPeople
  readonly name: string
  readonly eyebrow: string
  readonly data: string
  readonly figures: readonly FigureLine[]
  readonly rows: Readonly<Record<RowsName, readonly RecordRow[]>>
  readonly most: number
  readonly seats: readonly Seat[]
}

/** A politician's record figure by figure: the number, what it counts, and the acts it was counted from. */
export function RecordPage(props: RecordPageProps) {
  const { say, name, eyebrow, data, rows } = props
  return (
    <Stack gap="8">
      <Head title={say('record-title', { name })} eyebrow={eyebrow} lead={say('record-page-lead')}>
        <p>
          <a class="fm-link" href={data}>
            {say('record-data')}
          </a>
        </p>
      </Head>
      <FigureTable {...props} />
      <Seats {...props} />
      {rowNames.map((list) => (
        <Rows {...props} list={list} rows={rows[list].slice(0, props.most)} isMore={rows[list].length > props.most} />
      ))}
    </Stack>
  )
}

function FigureTable({ say, figures }: RecordPageProps) {
  return (
    <Section id="figures" title={say('record-table')}>
      <Table
        caption={say('record-table')}
        isCaptionHidden
        columns={[
          { label: say('record-figure') },
          { label: say('record-value') },
          { label: say('record-definition'), width: 'most' },
          { label: say('record-rows'), width: 'least' },
        ]}
        rows={figures.map(({ name, value, definition, rows }) => ({
          cells: [name, value, definition, rows === null ? '' : <a href={`#${rows}`}>{say(`rows.${rows}`)}</a>],
        }))}
      />
    </Section>
  )
}

function Seats({ reader, say, seats }: RecordPageProps) {
  return (
    <Section id="seats" title={say('seats')}>
      {seats.length === 0 ? (
        <p class="fm-text fm-muted">{say('seats-none')}</p>
      ) : (
        <Table
          caption={say('seats')}
          isCaptionHidden
          columns={[
            { label: say('seat-body'), width: 'most' },
            { label: say('seat-role') },
            { label: say('seat-from'), width: 'least' },
            { label: say('seat-until'), width: 'least' },
          ]}
          rows={seats.map(({ bodyName, role, party, startsOn, endsOn }) => ({
            cells: [
              bodyName,
              [role, party ?? say('no-party')].join(' · '),
              startsOn ? reader.time.dayInTable(startsOn) : say('seat-unknown'),
              endsOn ? reader.time.dayInTable(endsOn) : say('seat-now'),
            ],
          }))}
        />
      )}
    </Section>
  )
}

type RowsProps = Omit<RecordPageProps, 'rows'> & {
  readonly list: RowsName
  readonly rows: readonly RecordRow[]
  readonly isMore: boolean
}

/** A column in which nothing stands is left out: cases have no due day, and no case lies in a case. */
function Rows({ reader, say, data, most, list, rows, isMore }: RowsProps) {
  const day = (at: Temporal.Instant | null): string => (at ? reader.time.dayInTable(at) : '')
  const columns = [
    { label: say('record-case'), cells: rows.map((row) => row.case) },
    { label: say('record-when'), width: 'least' as const, cells: rows.map((row) => day(row.at)) },
    { label: say('record-due'), width: 'least' as const, cells: rows.map((row) => day(row.due)) },
    { label: say('record-state'), cells: rows.map((row) => row.state) },
  ].filter(({ cells }) => cells.some((cell) => cell !== ''))
  return (
    <Section id={list} title={say(`rows.${list}`)}>
      {rows.length === 0 ? (
        <p class="fm-text fm-muted">{say('rows.none')}</p>
      ) : (
        <Table
          caption={say(`rows.${list}`)}
          isCaptionHidden
          columns={[{ label: say('record-what'), width: 'most' }, ...columns]}
          rows={rows.map((row, i) => ({
            cells: [<a href={row.href}>{row.title}</a>, ...columns.map(({ cells }) => cells[i] || '–')],
          }))}
        />
      )}
      {isMore ? (
        <Small>
          {say('record-most', { most })} <a href={data}>{say('record-data')}</a>
        </Small>
      ) : null}
    </Section>
  )
}

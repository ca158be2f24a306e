import type { Reader } from '../../../platform/http/index.ts'
import type { FigureName } from '../../../stages/delivery/index.ts'
import { Empty, Head, List, Section, Stack, Table } from '../../../ui/index.ts'
import type { YearOfFigures } from '../figures.ts'
import type { SayOwed } from '../messages/words.ts'

import { ToldFiguresPart, type ToldCase } from './told-figures.tsx'

export type FiguresPageProps = {
  readonly say: SayOwed
  readonly reader: Reader
  readonly names: readonly FigureName[]
  readonly year: number | null
  readonly years: readonly number[]
  readonly compared: readonly YearOfFigures[]
  readonly told: readonly ToldCase[]
  readonly textOf: (figures: YearOfFigures, name: FigureName) => string
}

/** How the place answers and keeps what it promised, year by year: each figure with its meaning, and the rows it counts. */
export function FiguresPage(props: FiguresPageProps) {
  const { say, reader, year, years, compared, told } = props
  const [latest] = compared
  return (
    <Stack gap="8">
      <Head title={say('figures.title')} lead={say('figures.lead')} />
      {(year === null || !latest) && told.length > 0 ? null : year === null || !latest ? (
        <Empty title={say('figures.empty')} level={2}>
          {say('none-text')}
        </Empty>
      ) : (
        <>
          <OneYear {...props} year={year} latest={latest} />
          {compared.length > 1 ? <Compared {...props} /> : null}
          <Section id="years" title={say('figures.years')}>
            <List
              items={years.map((one) =>
                one === year ? (
                  <strong aria-current="true">{String(one)}</strong>
                ) : (
                  <a href={`${reader.to('owed.figures')}?year=${one}`}>{String(one)}</a>
                ),
              )}
            />
          </Section>
          <Section id="table" title={say('figures.table')} lead={say('figures.table-lead')}>
            <List
              items={[
                <a href={`${reader.to('owed.table')}?year=${year}`}>
                  {say('figures.table-answers', { year: String(year) })}
                </a>,
                <a href={`${reader.to('owed.table')}?year=${year}&of=promises`}>
                  {say('figures.table-promises', { year: String(year) })}
                </a>,
                <a href={reader.to('owed.table')}>{say('figures.table-all-answers')}</a>,
                <a href={`${reader.to('owed.table')}?of=promises`}>{say('figures.table-all-promises')}</a>,
              ]}
            />
          </Section>
        </>
      )}
      <ToldFiguresPart {...{ say, reader, told }} />
    </Stack>
  )
}

type OfYear = FiguresPageProps & { readonly year: number; readonly latest: YearOfFigures }

function OneYear({ say, reader, names, year, latest, textOf }: OfYear) {
  return (
    <Section id="year" title={say('figures.year', { year: String(year) })}>
      <Table
        caption={say('figures.year', { year: String(year) })}
        isCaptionHidden
        columns={[
          { label: say('figures.column-name') },
          { label: say('figures.column-value'), width: 'least' },
          { label: say('figures.column-meaning'), width: 'most' },
        ]}
        rows={names.map((name) => ({
          id: `figure-${name}`,
          cells: [
            <a href={`${reader.to('owed.figure', { figure: name })}?year=${year}`}>{say(`figure.${name}`)}</a>,
            textOf(latest, name),
            <span class="fm-small">{say(`meaning.${name}`)}</span>,
          ],
        }))}
      />
    </Section>
  )
}

function Compared({ say, names, compared, textOf }: FiguresPageProps) {
  return (
    <Section id="compared" title={say('figures.compared')} lead={say('figures.compared-lead')}>
      <Table
        caption={say('figures.compared')}
        isCaptionHidden
        columns={[
          { label: say('figures.column-name') },
          ...compared.map(({ year }) => ({ label: String(year), isNumber: true })),
        ]}
        rows={names.map((name) => ({
          cells: [say(`figure.${name}`), ...compared.map((figures) => textOf(figures, name))],
        }))}
      />
    </Section>
  )
}

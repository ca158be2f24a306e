import { Details, Linked, List, Table } from '../../../ui/index.ts'
import { numberWords } from '../money.ts'
import { isOnlyMeasured } from '../rules.ts'
import type { OutcomePageProps } from './outcome-props.ts'

/** What sources measured, as one table; each source once, folded below it. */
export function ToldMeasurements({ reader, say, indicators }: OutcomePageProps) {
  const told = indicators.filter(isOnlyMeasured)
  if (told.length === 0) return null
  const rows = told.flatMap(({ name, unit, measurements }) =>
    measurements.map(({ value, on }) => ({
      cells: [name, `${numberWords(value, reader.lang)} ${unit}`, reader.time.day(on)],
    })),
  )
  const sources = new Set(told.flatMap(({ measurements }) => measurements.map(({ source }) => source)))
  return (
    <>
      <Table
        caption={say('sourced.title')}
        isCaptionHidden
        columns={[
          { label: say('column.what'), width: 'most' },
          { label: say('column.value'), isNumber: true },
          { label: say('column.day') },
        ]}
        rows={rows}
      />
      <Details summary={say('sourced.sources')}>
        <List
          isTight
          items={[...sources].map((source) => (
            <Linked text={source} />
          ))}
        />
      </Details>
    </>
  )
}

import { Details, Table } from '../../../ui/index.ts'
import { numberWords } from '../money.ts'
import type { Indicator } from '../store.ts'
import type { OutcomePageProps } from './outcome-props.ts'

/** What was published and put right: the first value, and why it was wrong. */
export function Corrected({ reader, say, indicator }: OutcomePageProps & { readonly indicator: Indicator }) {
  const { corrected, unit, name } = indicator
  if (corrected.length === 0) return null
  const summary = say('correct.list', { count: corrected.length })
  return (
    <Details summary={summary} id={`corrected-${indicator.number}`}>
      <Table
        caption={`${summary}: ${name}`}
        isCaptionHidden
        columns={[
          { label: say('correct.was'), isNumber: true },
          { label: say('column.day') },
          { label: say('column.source') },
          { label: say('correct.why'), width: 'most' },
        ]}
        rows={corrected.map(({ value, on, source, reason, correctedAt }) => ({
          cells: [
            `${numberWords(value, reader.lang)} ${unit}`,
            reader.time.day(on),
            source,
            say('correct.reason', { reason, day: reader.time.day(correctedAt) }),
          ],
        }))}
      />
    </Details>
  )
}

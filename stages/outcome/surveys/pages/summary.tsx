import type { Reader } from '../../../../platform/http/index.ts'
import { Section, Table } from '../../../../ui/index.ts'
import { instruments, items, type Instrument, type Item } from '../instruments.ts'
import type { SaySurveys } from '../messages/words.ts'
import { saidOf, type ShownRound } from '../results.ts'
import { isScale } from '../scales.ts'
import { groupWords, itemWords, spanWords } from '../words.ts'
import { ScaleCell } from './scale-cell.tsx'

export type SummaryProps = {
  readonly reader: Reader
  readonly say: SaySurveys
  readonly body: string
  readonly rounds: readonly ShownRound[]
  /** What has questions below, in their order. */
  readonly shown: readonly Instrument[]
}

/** Where no scale is, one question stands for the rest; which one is fixed here, not by what was answered. */
const forTheRest: Readonly<Partial<Record<Instrument, string>>> = {
  trust: 'trust-council',
  answer: 'answer-meets',
  value: 'useful-chance',
}

/** The whole in a line each, and from each line the way down to its questions: this is the page's list of contents too. */
export function Summary(props: SummaryProps) {
  const { reader, say, body, rounds, shown } = props
  return (
    <Section id="summary" title={say('summary.title')} lead={say('summary.lead')}>
      <Table
        caption={say('summary.title')}
        isCaptionHidden
        columns={[
          { label: say('summary.what'), width: 'most' },
          ...rounds.map(({ moment }) => ({ label: say(`moment.${moment}`) })),
        ]}
        rows={instruments
          .filter((instrument) => shown.includes(instrument))
          .map((instrument) => {
            const item = items.find(({ key }) => key === forTheRest[instrument])
            return {
              cells: [
                <>
                  <a href={`#${instrument}`}>{say(`instrument.${instrument}`)}</a>
                  <br />
                  <span class="fm-mini">{item ? itemWords({ say, body }, item) : say('scale.index')}</span>
                </>,
                ...rounds.map((round) =>
                  isScale(instrument) ? (
                    <ScaleCell {...{ reader, say, round }} scale={instrument} />
                  ) : item ? (
                    <One {...props} {...{ item, round }} />
                  ) : null,
                ),
              ],
            }
          })}
      />
    </Section>
  )
}

function One({ reader, say, item, round }: SummaryProps & { readonly item: Item; readonly round: ShownRound }) {
  if (!item.at.includes(round.moment)) return <span class="fm-muted">{say('cell.not-asked')}</span>
  if (!round.published) return <span class="fm-muted">{say('cell.waits')}</span>
  const said = saidOf(item, round.published)
  if (said.length === 0) return <span class="fm-muted">{say('cell.too-few')}</span>
  return (
    <ul class="fm-plain fm-stack fm-stack--2">
      {said.map((one) => (
        <li>
          <strong class="fm-num">{spanWords({ reader, say }, one.interval)}</strong>{' '}
          <span class="fm-mini">{groupWords({ reader, say }, one)}</span>
        </li>
      ))}
    </ul>
  )
}

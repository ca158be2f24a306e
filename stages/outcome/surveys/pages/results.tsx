import type { Reader } from '../../../../platform/http/index.ts'
import { Details, PartsBar, Section, Table } from '../../../../ui/index.ts'
import type { Instrument, Item } from '../instruments.ts'
import type { SaySurveys } from '../messages/words.ts'
import { saidOf, type ShownRound } from '../results.ts'
import { isScale } from '../scales.ts'
import { itemWords, peopleWords, short, spanWords } from '../words.ts'
import { ScaleCell } from './scale-cell.tsx'

export type ResultsProps = {
  readonly reader: Reader
  readonly say: SaySurveys
  readonly instrument: Instrument
  readonly items: readonly Item[]
  /** The name of the body the questions speak of. */
  readonly body: string
  /** In the order they were asked: side by side. */
  readonly rounds: readonly ShownRound[]
}

/** What was said to the questions of one instrument, folded: each moment a column, each group a line; every answer folded below. */
export function Results(props: ResultsProps) {
  const { reader, say, instrument, items, rounds, body } = props
  if (items.length === 0) return null
  const title = say(`instrument.${instrument}`)
  return (
    <Section id={instrument} title={title} lead={say(`instrument.${instrument}-lead`)}>
      <Details summary={say('more.questions', { count: items.length })}>
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { label: say('column.question'), width: 'most' },
            ...rounds.map(({ moment }) => ({ label: say(`moment.${moment}`) })),
          ]}
          rows={[
            ...(isScale(instrument)
              ? [
                  {
                    id: `${instrument}-index`,
                    cells: [
                      <>
                        <strong>{say('scale.index')}</strong> <span class="fm-mini">{say(`scale.${instrument}`)}</span>
                      </>,
                      ...rounds.map((round) => <ScaleCell {...{ reader, say, round }} scale={instrument} />),
                    ],
                  },
                ]
              : []),
            ...items.map((item) => ({
              cells: [
                itemWords({ say, body }, item),
                ...rounds.map((round) => <Cell {...props} item={item} round={round} />),
              ],
            })),
          ]}
        />
      </Details>
      <Every {...props} />
    </Section>
  )
}

type CellProps = ResultsProps & { readonly item: Item; readonly round: ShownRound }

function Cell({ reader, say, item, round }: CellProps) {
  if (!item.at.includes(round.moment)) return <span class="fm-muted">{say('cell.not-asked')}</span>
  if (!round.published) return <span class="fm-muted">{say('cell.waits')}</span>
  const said = saidOf(item, round.published)
  if (said.length === 0) return <span class="fm-muted">{say('cell.too-few')}</span>
  return (
    <ul class="fm-plain fm-stack fm-stack--2">
      {said.map((one) => (
        <li>
          <strong class="fm-num">{spanWords({ reader, say }, one.interval)}</strong>
          <PartsBar parts={one.parts.map(({ people }) => people)} />
          <p class="fm-mini">{peopleWords({ reader, say }, one)}</p>
          {one.agreement === null ? null : (
            <p class="fm-mini">
              {say('cell.agreement', { value: short(reader, one.agreement) })} ({say(moodOf(one.agreement))})
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A third of the way to either end is called by its name; between lies what is only spread. */
function moodOf(agreement: number): 'cell.torn' | 'cell.spread' | 'cell.alike' {
  if (agreement <= -1 / 3) return 'cell.torn'
  return agreement >= 1 / 3 ? 'cell.alike' : 'cell.spread'
}

function Every(props: ResultsProps) {
  const { reader, say, instrument, items, rounds, body } = props
  const rows = items.flatMap((item) =>
    rounds.flatMap((round) =>
      saidOf(item, round.published).map((said) => ({
        cells: [
          itemWords({ say, body }, item),
          `${say(`moment.${round.moment}`)}: ${peopleWords({ reader, say }, said)}`,
          <ul class="fm-plain">
            {said.parts.map(({ from, to, people }) => (
              <li>{from === to ? say('more.part-one', { from, people }) : say('more.part', { from, to, people })}</li>
            ))}
          </ul>,
          spanWords({ reader, say }, said.bounds),
        ],
      })),
    ),
  )
  if (rows.length === 0) return null
  const title = say(`instrument.${instrument}`)
  return (
    <Details summary={say('more.summary', { instrument: title })}>
      <Table
        caption={say('more.caption', { instrument: title })}
        isCaptionHidden
        columns={[
          { label: say('column.question'), width: 'most' },
          { label: say('more.when') },
          { label: say('more.parts') },
          { label: say('more.bounds') },
        ]}
        rows={rows}
      />
    </Details>
  )
}

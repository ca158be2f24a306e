import type { Child } from 'hono/jsx'
import { Details } from './note.tsx'
import { Table } from './table.tsx'

export type Bar = {
  readonly label: string
  /** At least 0. */
  readonly value: number
  /** The value in words, as people write it: "35", "1.2 million", "3, too few". */
  readonly words: string
  /** Drawn as an outline: a target, a forecast, a promise. */
  readonly isPromised?: boolean | undefined
  readonly isLow?: boolean | undefined
  /** Between which values the true one lies: a line across the end of the bar. Said in words in the table. */
  readonly range?: { readonly low: number; readonly high: number } | undefined
}

export type BarChartProps = {
  readonly id: string
  /** The finding, not the topic: "Twice as many homes stayed dry". */
  readonly title: string
  /** "Homes with water in the cellar, per winter" */
  readonly unit: string
  readonly bars: readonly Bar[]
  /** Where the numbers come from, and when; left out where the table beside it says it. */
  readonly source?: Child | undefined
  /** Heads of the table, and the words that open it; left out where a fuller table follows the chart. */
  readonly table?: { readonly open: string; readonly label: string; readonly value: string } | undefined
}

/** Bars drawn by the server, words at their own size on any screen, and the same as a table under it. */
export function BarChart({ id, title, unit, bars, source, table }: BarChartProps) {
  const most = Math.max(...bars.map((bar) => bar.range?.high ?? bar.value), Number.MIN_VALUE)
  return (
    <figure class="fm-chart" aria-labelledby={id}>
      <figcaption>
        <strong id={id} class="fm-chart__title">
          {title}
        </strong>
        <span class="fm-mini">{unit}</span>
      </figcaption>
      <ul class="fm-chart__rows">
        {bars.map((bar) => (
          <BarRow bar={bar} most={most} />
        ))}
      </ul>
      {source ? <p class="fm-mini">{source}</p> : null}
      {table ? (
        <Details summary={table.open}>
          <Table
            caption={title}
            isCaptionHidden
            columns={[{ label: table.label }, { label: table.value, isNumber: true }]}
            rows={bars.map(({ label, words }) => ({ cells: [label, words] }))}
          />
        </Details>
      ) : null}
    </figure>
  )
}

function BarRow({ bar, most }: { readonly bar: Bar; readonly most: number }) {
  const place = (value: number): number => (Math.max(0, value) / most) * 100
  const kind = `fm-chart__bar${bar.isPromised ? ' is-promised' : ''}${bar.isLow ? ' is-low' : ''}`
  return (
    <li>
      <span>{bar.label}</span>
      <span class="fm-chart__track">
        <svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class={kind} width={Math.max(0.6, place(bar.value)).toFixed(1)} height="18" />
          {bar.range ? <Range from={place(bar.range.low)} to={place(bar.range.high)} /> : null}
        </svg>
        <span class="fm-chart__value">{bar.words}</span>
      </span>
    </li>
  )
}

/** A line with an end at either side, as long as the range; at least long enough to be seen. */
function Range({ from, to }: { readonly from: number; readonly to: number }) {
  const [a, b] = [from.toFixed(1), Math.max(to, from + 0.6).toFixed(1)]
  return <path class="fm-chart__range" d={`M${a} 9H${b}M${a} 4V14M${b} 4V14`} />
}

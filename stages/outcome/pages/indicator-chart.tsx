import { BarChart, TimeChart, type Bar, type TimePoint } from '../../../ui/index.ts'
import { numberWords } from '../money.ts'
import type { Indicator } from '../store.ts'
import type { OutcomePageProps } from './outcome-props.ts'

export type ChartProps = OutcomePageProps & { readonly indicator: Indicator }

/** What is drawn: a line where there are several days, bars where there is one; the table under it says the same. */
export function Chart(props: ChartProps) {
  const points = pointsOf(props)
  return points.length > 1 ? <OverTime {...props} points={points} /> : <BeforeAndAfter {...props} />
}

/** Bars begin at nothing: what lies below cannot be drawn with them, and where no line can be drawn it stays in the table. */
export function canBeDrawn({ measurements, baselineValue, baselineOn, targetValue }: Indicator): boolean {
  const dated = measurements.length + (baselineValue !== null && baselineOn !== null ? 1 : 0)
  const values = [...measurements.map((one) => one.value), baselineValue ?? 0, targetValue ?? 0]
  return measurements.length > 0 && (dated > 1 || values.every((value) => value >= 0))
}

/** The finding in one sentence; "after" says when, not why. */
export function findingOf({ reader, say }: Pick<OutcomePageProps, 'reader' | 'say'>, indicator: Indicator): string {
  const latest = indicator.measurements.at(-1)
  const { name, unit, baselineValue } = indicator
  const words = (value: number): string => numberWords(value, reader.lang)
  if (!latest) return name
  return baselineValue === null
    ? say('chart.finding-after', { name, after: words(latest.value), unit })
    : say('chart.finding', { name, before: words(baselineValue), after: words(latest.value), unit })
}

/** Every value with its day, the earliest first. */
function pointsOf({ reader, indicator }: ChartProps): readonly TimePoint[] {
  const { baselineValue, baselineOn, measurements } = indicator
  const words = (value: number): string => numberWords(value, reader.lang)
  const before =
    baselineValue !== null && baselineOn !== null
      ? [{ on: baselineOn, value: baselineValue, words: words(baselineValue), isBefore: true }]
      : []
  const after = measurements.map(({ on, value, range }) => ({
    on,
    value,
    words: words(value),
    range: range ?? undefined,
  }))
  return [...before, ...after].toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

function OverTime(props: ChartProps & { readonly points: readonly TimePoint[] }) {
  const { reader, say, indicator, points } = props
  const { number, unit, targetValue, targetBy } = indicator
  return (
    <TimeChart
      id={`chart-${number}`}
      title={findingOf(props, indicator)}
      {...{ unit, points }}
      target={targetValue === null ? undefined : { value: targetValue, by: targetBy }}
      number={(value) => numberWords(value, reader.lang)}
      day={(on) => reader.time.dayInTable(on)}
      legend={{
        measured: say('chart.measured'),
        before: say('value.before'),
        target: `${say('value.target')}: ${numberWords(targetValue ?? 0, reader.lang)}`,
        range: say('chart.range'),
        scale: say('chart.scale'),
      }}
    />
  )
}

function BeforeAndAfter(props: ChartProps) {
  const { reader, say, indicator } = props
  const words = (value: number): string => numberWords(value, reader.lang)
  const { baselineValue, baselineOn, targetValue, targetBy, measurements } = indicator
  const label = (which: string, day: Temporal.PlainDate | null): string =>
    day ? `${which}, ${reader.time.shortDay(day)} ${day.year}` : which
  const bars: readonly Bar[] = [
    ...(baselineValue === null
      ? []
      : [{ label: label(say('value.before'), baselineOn), value: baselineValue, words: words(baselineValue) }]),
    ...measurements.map((one) => ({
      label: label(say('value.after'), one.on),
      value: one.value,
      words: words(one.value),
      range: one.range ?? undefined,
    })),
    ...(targetValue === null
      ? []
      : [
          {
            label: label(say('value.target'), targetBy),
            value: targetValue,
            words: words(targetValue),
            isPromised: true,
          },
        ]),
  ]
  return (
    <BarChart id={`chart-${indicator.number}`} title={findingOf(props, indicator)} unit={indicator.unit} bars={bars} />
  )
}

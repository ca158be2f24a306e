import { shareOfTime, ticksOf, withRoom } from './time-scale.ts'

export type TimePoint = {
  readonly on: Temporal.PlainDate
  readonly value: number
  /** The value as people write it: "1,120". */
  readonly words: string
  /** Before anything was done: drawn open. */
  readonly isBefore?: boolean | undefined
  /** Between which values the true one lies: a line across. Said in words in the table. */
  readonly range?: { readonly low: number; readonly high: number } | undefined
}

export type TimeChartProps = {
  readonly id: string
  /** The finding, not the topic. */
  readonly title: string
  readonly unit: string
  /** Two or more, the earliest first. A table beside it says them all. */
  readonly points: readonly TimePoint[]
  readonly target?: { readonly value: number; readonly by: Temporal.PlainDate | null } | undefined
  /** How a number of the scale and a day below it are written. */
  readonly number: (value: number) => string
  readonly day: (on: Temporal.PlainDate) => string
  /** What each sign means; only those that occur are shown. `scale` is said where the scale does not begin at nothing. */
  readonly legend: Readonly<Record<'measured' | 'before' | 'target' | 'range' | 'scale', string>>
}

/** So near to the next one there is no room for words. */
const apart = 0.16
const height = 208

/**
 * Dated values as a line, drawn by the server. Places are shares of the width, so that words and strokes keep their size on every
 * screen. The picture is silent: a table of equal content follows it.
 */
export function TimeChart({ id, title, unit, points, target, number, day, legend }: TimeChartProps) {
  const days = [...points.map(({ on }) => on), ...(target?.by ? [target.by] : [])]
  const [from, to] = [days.reduce(earlier), days.reduce(later)]
  const { low, high, ticks } = ticksOf([
    ...points.flatMap(({ value, range }) => [value, ...(range ? [range.low, range.high] : [])]),
    ...(target ? [target.value] : []),
  ])
  const y = (value: number): number => height - ((value - low) / (high - low)) * height
  const x = (on: Temporal.PlainDate): number => shareOfTime(on, { from, to })
  const placed = points.map((point) => ({ ...point, x: x(point.on), y: y(point.value) }))
  const said = withRoom(
    placed.map((point) => point.x),
    apart,
  )
  const goal = target && { y: y(target.value), x: target.by ? x(target.by) : 1, isDated: target.by !== null }
  return (
    <figure class="fm-chart" aria-labelledby={id}>
      <figcaption>
        <strong id={id} class="fm-chart__title">
          {title}
        </strong>
        <span class="fm-mini">{unit}</span>
      </figcaption>
      <div class="fm-time" dir="ltr" aria-hidden="true">
        <svg width="100%" height={height} focusable="false">
          {ticks.map((tick) => (
            <>
              <line class="fm-time__line" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
              <text class="fm-time__tick" x="-8" y={y(tick) + 4} text-anchor="end">
                {number(tick)}
              </text>
            </>
          ))}
          {goal ? (
            <line class="fm-time__target" x1="0" x2={percent(goal.isDated ? goal.x : 1)} y1={goal.y} y2={goal.y} />
          ) : null}
          {goal?.isDated ? <Diamond x={goal.x} y={goal.y} /> : null}
          {placed.slice(1).map((point, before) => (
            <line
              class="fm-time__way"
              x1={percent(placed[before]?.x ?? 0)}
              y1={placed[before]?.y}
              x2={percent(point.x)}
              y2={point.y}
            />
          ))}
          {placed.map((point) =>
            point.range ? <Range x={point.x} low={y(point.range.low)} high={y(point.range.high)} /> : null,
          )}
          {placed.map((point) => (
            <circle
              class={`fm-time__dot${point.isBefore ? ' is-before' : ''}`}
              cx={percent(point.x)}
              cy={point.y}
              r="5.5"
            />
          ))}
          {placed.map((point, i) =>
            said[i] ? (
              <text class="fm-time__words" x={percent(point.x)} y={wordsAt(point, y)} text-anchor={anchor(point.x)}>
                {point.words}
              </text>
            ) : null,
          )}
          <Days {...{ from, to, day }} />
        </svg>
      </div>
      <ul class="fm-plain fm-time__legend fm-mini">
        <Sign words={legend.measured}>
          <circle class="fm-time__dot" cx="12" cy="8" r="5.5" />
        </Sign>
        {points.some(({ isBefore }) => isBefore) ? (
          <Sign words={legend.before}>
            <circle class="fm-time__dot is-before" cx="12" cy="8" r="5.5" />
          </Sign>
        ) : null}
        {target ? (
          <Sign words={legend.target}>
            <line class="fm-time__target" x1="0" x2="24" y1="8" y2="8" />
          </Sign>
        ) : null}
        {points.some(({ range }) => range) ? (
          <Sign words={legend.range}>
            <path class="fm-chart__range" d="M12 1V15M8 1H16M8 15H16" />
          </Sign>
        ) : null}
        {low === 0 ? null : <li>{legend.scale}</li>}
      </ul>
    </figure>
  )
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

/** Words at either end stay inside the picture. */
function anchor(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.1) return 'start'
  return share > 0.9 ? 'end' : 'middle'
}

/** Above the dot and what says how sure it is; below, where no room is left above. */
function wordsAt(point: TimePoint & { readonly y: number }, y: (value: number) => number): number {
  const top = point.range ? y(point.range.high) : point.y
  if (top >= 24) return top - 12
  return (point.range ? y(point.range.low) : point.y) + 22
}

/** The first day begins under the numbers of the scale: on a phone there is no room for both elsewhere. */
function Days({ from, to, day }: Pick<TimeChartProps, 'day'> & Record<'from' | 'to', Temporal.PlainDate>) {
  const y = height + 22
  if (from.equals(to)) {
    return (
      <text class="fm-time__tick" x="50%" y={y} text-anchor="middle">
        {day(from)}
      </text>
    )
  }
  return (
    <>
      <text class="fm-time__tick" x="-44" y={y}>
        {day(from)}
      </text>
      <text class="fm-time__tick" x="100%" y={y} text-anchor="end">
        {day(to)}
      </text>
    </>
  )
}

type At = { readonly x: number }

function Diamond({ x, y }: At & { readonly y: number }) {
  return (
    <svg x={percent(x)} y={y} overflow="visible" class="fm-time__mark">
      <path class="fm-time__goal" d="M0-7L7 0L0 7L-7 0z" />
    </svg>
  )
}

function Range({ x, low, high }: At & { readonly low: number; readonly high: number }) {
  return (
    <svg x={percent(x)} y="0" overflow="visible" class="fm-time__mark">
      <path class="fm-chart__range" d={`M0 ${high}V${low}M-5 ${high}H5M-5 ${low}H5`} />
    </svg>
  )
}

function Sign({ words, children }: { readonly words: string; readonly children: unknown }) {
  return (
    <li>
      <svg width="24" height="16" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {words}
    </li>
  )
}

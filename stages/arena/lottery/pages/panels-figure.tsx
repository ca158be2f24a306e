import { threeDigits } from '../commitment.ts'
import type { SayLottery } from '../messages/words.ts'

export type PanelsFigureProps = {
  readonly say: SayLottery
  /** Panels with the reader on them; null where she is not in the list. */
  readonly mine: readonly number[] | null
  readonly drawn: number | null
}

const cell = 18
const side = 13
const layouts = [
  { shape: 'is-wide', across: 50 },
  { shape: 'is-tall', across: 25 },
] as const

/** All 1,000 panels as small squares in one picture, in their order; those with the reader are triangles, the drawn one stands out. */
export function PanelsFigure(props: PanelsFigureProps) {
  const { say, mine, drawn } = props
  const count = mine?.length ?? 0
  return (
    <figure class="fm-loom fm-figure">
      {layouts.map((layout) => (
        <Panels {...props} {...layout} />
      ))}
      <figcaption>
        <span class="fm-key">
          <span>
            <svg width="14" height="14" aria-hidden="true">
              <path class="fm-panels__all" d="M0 0h14v14H0z" />
            </svg>
            {say(mine ? 'panels.without-you' : 'panels.one')}
          </span>
          {mine ? (
            <span>
              <svg width="16" height="14" aria-hidden="true">
                <path class="fm-panels__you" d="M0 14 8 0l8 14z" />
              </svg>
              {say('panels.with-you', { count })}
            </span>
          ) : null}
          {drawn === null ? null : (
            <span>
              <svg width="16" height="16" aria-hidden="true">
                <path class="fm-panels__drawn" d="M1 1h14v14H1z" />
              </svg>
              {say('panels.drawn')}
            </span>
          )}
        </span>
      </figcaption>
    </figure>
  )
}

type Layout = (typeof layouts)[number]

function Panels({ say, mine, drawn, shape, across }: PanelsFigureProps & Layout) {
  const down = 1000 / across
  const corner = (panel: number) => ({
    x: (panel % across) * cell + 1,
    y: Math.floor(panel / across) * cell + 1,
  })
  const triangles = (mine ?? []).filter((panel) => panel !== drawn).map(corner)
  const label = [
    say('panels.label'),
    mine ? say('panels.label-you', { count: mine.length }) : '',
    drawn === null ? '' : say('panels.label-drawn', { panel: threeDigits(drawn) }),
  ]
  return (
    <svg
      class={`fm-panels ${shape}`}
      viewBox={`-8 -8 ${across * cell + 12} ${down * cell + 12}`}
      role="img"
      aria-label={label.filter(Boolean).join(' ')}
    >
      <defs>
        <pattern id={`panels-${shape}`} width={cell} height={cell} patternUnits="userSpaceOnUse">
          <rect class="fm-panels__all" x="1" y="1" width={side} height={side} />
        </pattern>
      </defs>
      <rect width={across * cell} height={down * cell} fill={`url(#panels-${shape})`} />
      <path class="fm-panels__hole" d={triangles.map(({ x, y }) => `M${x - 1} ${y - 1}h15v15h-15z`).join('')} />
      <path class="fm-panels__you" d={triangles.map(({ x, y }) => `M${x} ${y + side}l6.5-13 6.5 13z`).join('')} />
      {drawn === null ? null : <Drawn {...{ say, drawn, across }} {...corner(drawn)} />}
    </svg>
  )
}

type DrawnProps = Pick<PanelsFigureProps, 'say'> & {
  readonly drawn: number
  readonly across: number
  readonly x: number
  readonly y: number
}

const labelWidth = 116

function Drawn({ say, drawn, across, x, y }: DrawnProps) {
  const isAtEnd = x + 30 + labelWidth > across * cell
  const labelX = isAtEnd ? x - 18 - labelWidth : x + 30
  return (
    <>
      <circle class="fm-panels__halo" cx={x + side / 2} cy={y + side / 2} r="17" />
      <path class="fm-panels__drawn" d={`M${x} ${y}h13v13h-13z`} />
      <g class="fm-panels__label" transform={`translate(${labelX} ${y - 10.5})`}>
        <rect width={labelWidth} height="34" rx="17" />
        <text x={labelWidth / 2} y="23" text-anchor="middle">
          {say('panels.name', { panel: threeDigits(drawn) })}
        </text>
      </g>
    </>
  )
}

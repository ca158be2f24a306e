export type OutlineDot = {
  readonly x: number
  readonly y: number
  /** How many; drawn as an area. */
  readonly count: number
}

export type OutlineMapProps = {
  /** What one sees, in words. A table beside it says it number by number. */
  readonly label: string
  readonly width: number
  readonly height: number
  /** Closed lines of points in the picture. */
  readonly rings: readonly (readonly { readonly x: number; readonly y: number }[])[]
  readonly dots?: readonly OutlineDot[] | undefined
  readonly names?: readonly { readonly x: number; readonly y: number; readonly text: string }[] | undefined
  /** Squares with a name each, for those who do not point. */
  readonly squares?:
    | {
        readonly side: number
        readonly all: readonly { readonly x: number; readonly y: number; readonly name: string }[]
      }
    | undefined
  /** Sent as a file it knows nothing of the page's colours, and stands on light and on dark. */
  readonly isFile?: boolean | undefined
}

/** The outline of a place, drawn by ourselves: no tiles, no names but those the place has given. */
export function OutlineMap(props: OutlineMapProps) {
  const { label, width, height, rings, dots = [], names = [], squares, isFile } = props
  return (
    <svg
      xmlns={isFile ? 'http://www.w3.org/2000/svg' : undefined}
      class="fm-map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <rect class="fm-map__water" width={width} height={height} fill="#d3e4e8" />
      <path
        class="fm-map__land"
        d={pathOf(rings)}
        fill="#f3efe4"
        stroke="#4a5a5e"
        stroke-width="1.5"
        fill-rule="evenodd"
      />
      {squares?.all.map(({ x, y, name }) => (
        <g>
          <rect
            class="fm-map__square"
            x={round(x - squares.side / 2)}
            y={round(y - squares.side / 2)}
            width={squares.side}
            height={squares.side}
            fill="none"
            stroke="#4a5a5e"
            stroke-opacity="0.35"
          />
          <text
            class="fm-map__small"
            x={round(x - squares.side / 2 + 4)}
            y={round(y - squares.side / 2 + 13)}
            fill="#3b4a4e"
            font-size="11"
            font-family="sans-serif"
          >
            {name}
          </text>
        </g>
      ))}
      {dots.map(({ x, y, count }) => (
        <circle
          class="fm-map__dot"
          cx={round(x)}
          cy={round(y)}
          r={round(radiusOf(count, dots))}
          fill="#0d5c55"
          fill-opacity="0.75"
        />
      ))}
      {names.map(({ x, y, text }) => (
        <g>
          <circle class="fm-map__place" cx={round(x)} cy={round(y)} r="2.5" fill="#3b4a4e" />
          <text
            class="fm-map__name"
            x={round(x < width * 0.6 ? x + 6 : x - 6)}
            y={round(y + 4)}
            text-anchor={x < width * 0.6 ? 'start' : 'end'}
            fill="#22302f"
            stroke="#f3efe4"
            stroke-width="3"
            stroke-linejoin="round"
            paint-order="stroke"
            font-size="12"
            font-family="sans-serif"
          >
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}

function pathOf(rings: OutlineMapProps['rings']): string {
  return rings.map((ring) => `M${ring.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`).join('')
}

/** Twice as many is twice the area; the largest has a radius of 22, the smallest is still seen. */
function radiusOf(count: number, dots: readonly OutlineDot[]): number {
  const most = Math.max(1, ...dots.map((dot) => dot.count))
  return Math.max(5, 22 * Math.sqrt(count / Math.max(most, 4)))
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

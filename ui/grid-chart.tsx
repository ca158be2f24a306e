import type { Child } from 'hono/jsx'

export type MarkShape = 'circle' | 'hexagon' | 'diamond' | 'square' | 'triangle'

export type GridMark = {
  /** Place from the start and from the top, from 0. */
  readonly column: number
  readonly row: number
  readonly shape: MarkShape
  /** Full = it is there; soft = it was; open (dashed) = it is still missing; plain = not known. */
  readonly look: 'full' | 'soft' | 'open' | 'plain'
  /** Two letters or figures; the table beside says what they stand for. */
  readonly label: string
  /** What one hears at the mark: begins with the label. */
  readonly name: string
  readonly href: string
}

export type GridChartProps = {
  readonly id: string
  /** The finding, not the topic. */
  readonly title: string
  /** How to read it. */
  readonly lead: Child
  /** Heads of the columns, few short words each. */
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly marks: readonly GridMark[]
  readonly legend: readonly { readonly shape: MarkShape; readonly look: GridMark['look']; readonly words: string }[]
}

const size = { column: 64, mark: 28, head: 34, rowHead: 20, perLine: 2 } as const

/** Things placed by two questions, each a link, drawn by the server. A table of equal content stands beside it. */
export function GridChart({ id, title, lead, columns, rows, marks, legend }: GridChartProps) {
  const width = columns.length * size.column
  const bands = bandsOf(rows, columns.length, marks)
  const height = size.head + bands.reduce((sum, band) => sum + band.height, 0)
  return (
    <figure class="fm-grid-chart" aria-labelledby={id}>
      <figcaption>
        <strong id={id} class="fm-chart__title">
          {title}
        </strong>
        <span class="fm-mini">{lead}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={id}>
        {columns.map((head, i) => (
          <Head words={head} x={i * size.column + size.column / 2} />
        ))}
        {bands.map((band) => (
          <g>
            <path class="line" d={`M0 ${band.top}H${width}`} />
            <text class="row" x="2" y={band.top + 14}>
              {band.head}
            </text>
            {band.placed.map(({ mark, x, y }) => (
              <a href={mark.href} aria-label={mark.name} transform={`translate(${x} ${y})`}>
                <path class={`mark is-${mark.look}`} d={outlines[mark.shape]} />
                <text class={`is-${mark.look}`} y={mark.shape === 'triangle' ? 1 : 4} text-anchor="middle">
                  {mark.label}
                </text>
              </a>
            ))}
          </g>
        ))}
      </svg>
      <ul class="fm-plain fm-grid-chart__legend">
        {legend.map(({ shape, look, words }) => (
          <li>
            <svg viewBox="-14 -14 28 28" aria-hidden="true" focusable="false">
              <path class={`mark is-${look}`} d={outlines[shape]} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** A head of two words stands on two lines. */
function Head({ words, x }: { readonly words: string; readonly x: number }) {
  const [first = '', ...rest] = words.split(' ')
  return (
    <text class="head" text-anchor="middle">
      <tspan x={x} y={rest.length > 0 ? 12 : 26}>
        {first}
      </tspan>
      {rest.length > 0 ? (
        <tspan x={x} y="26">
          {rest.join(' ')}
        </tspan>
      ) : null}
    </text>
  )
}

type Band = {
  readonly head: string
  readonly top: number
  readonly height: number
  readonly placed: readonly { readonly mark: GridMark; readonly x: number; readonly y: number }[]
}

/** Each row as high as its fullest cell. */
function bandsOf(rows: readonly string[], columnCount: number, marks: readonly GridMark[]): readonly Band[] {
  let top: number = size.head
  return rows.map((head, row) => {
    const cells = Array.from({ length: columnCount }, (_, column) =>
      marks.filter((mark) => mark.row === row && mark.column === column),
    )
    const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / size.perLine)))
    const band = { head, top, height: size.rowHead + lines * size.mark + 8 }
    top += band.height
    const placed = cells.flatMap((cell, column) =>
      cell.map((mark, i) => {
        const inLine = Math.min(size.perLine, cell.length - i + (i % size.perLine))
        const x = column * size.column + size.column / 2 + ((i % size.perLine) - (inLine - 1) / 2) * size.mark
        const y = band.top + size.rowHead + Math.floor(i / size.perLine) * size.mark + size.mark / 2
        return { mark, x, y }
      }),
    )
    return { ...band, placed }
  })
}

const outlines: Readonly<Record<MarkShape, string>> = {
  circle: 'M0-12a12 12 0 1 1 0 24a12 12 0 1 1 0-24z',
  hexagon: 'M0-13L11.3-6.5V6.5L0 13L-11.3 6.5V-6.5z',
  diamond: 'M0-13.5L13.5 0L0 13.5L-13.5 0z',
  square: 'M-11-11H11V11H-11z',
  triangle: 'M-13.5-10H13.5L0 13z',
}

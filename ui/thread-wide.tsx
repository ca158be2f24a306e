import { layThread, type PlacedNode, type ThreadLayout } from './thread-layout.ts'
import { lightClasses } from './thread-light.ts'
import { at, Box, box, leastHeight, letters, line, mirrored } from './thread-box.tsx'
import type { ThreadGraph } from './thread-graph.ts'
import { Gradient } from './thread-parts.tsx'
import { Strand } from './thread-strand.tsx'
import { short, wrap } from './thread-text.ts'

export type ThreadPictureProps = {
  /** In drawing order. */
  readonly graph: ThreadGraph
  readonly id: string
  readonly title: string
  readonly description: string
  /** The gap where promises begin: before this column the strands turn to copper. */
  readonly copperFrom: number
  readonly isRtl?: boolean | undefined
}

const [width, top] = [1216, 66]

/** The thread from side to side, for wide screens and paper. */
export function ThreadWide({ graph, id, title, description, copperFrom, isRtl }: ThreadPictureProps) {
  const layout = layThread(graph, {
    along: width,
    box,
    across: 640,
    gap: 12,
    mostGap: 38,
    mostUnit: 16,
    least: leastHeight,
  })
  const light = lightClasses(graph)
  const height = Math.max(layout.across, 120)
  const mirror = isRtl ? width : undefined
  return (
    <svg
      class="fm-thread fm-thread--wide"
      viewBox={`${isRtl ? -20 : -4} 0 ${width + 24} ${short(top + height + 8)}`}
      role="group"
      aria-labelledby={`${id}-wide-title`}
      aria-describedby={`${id}-wide-text`}
    >
      <title id={`${id}-wide-title`}>{title}</title>
      <desc id={`${id}-wide-text`}>{description}</desc>
      <Gradient id={`${id}-wide`} length={width} turn={turnOf(layout, copperFrom)} mirror={isRtl} />
      <Heads {...{ graph, layout, mirror }} />
      <g transform={`translate(0 ${top})`}>
        <g class="strands" fill={`url(#${id}-wide)`} stroke={`url(#${id}-wide)`}>
          {layout.strands.map((strand, i) => (
            <Strand
              {...{ strand, mirror }}
              light={light.links[i] ?? ''}
              from={strand.from.along + box}
              to={strand.to.along}
            />
          ))}
        </g>
        <Coming {...{ graph, layout, mirror }} height={height} />
        <g fill={`url(#${id}-wide)`}>
          {layout.nodes.map((placed) => (
            <Box
              placed={placed}
              light={light.nodes.get(placed.node.id) ?? ''}
              mirror={mirror}
              isWaiting={waits(placed, layout)}
              room={gapOf(layout)}
            />
          ))}
        </g>
      </g>
    </svg>
  )
}

function turnOf(layout: ThreadLayout, copperFrom: number): readonly [number, number] {
  const to = layout.columns[copperFrom] ?? width * 2
  const from = (layout.columns[copperFrom - 1] ?? width * 2) + box
  return [from / width, to / width]
}

function gapOf({ columns }: ThreadLayout): number {
  return (columns[1] ?? width) - (columns[0] ?? 0) - box
}

/** Promised, and nothing hangs on it yet. */
function waits({ node, column }: PlacedNode, { strands, columns }: ThreadLayout): boolean {
  return (
    node.state === 'promised' &&
    column < columns.length - 1 &&
    !strands.some((strand) => strand.from.node.id === node.id)
  )
}

type Place = {
  readonly graph: ThreadGraph
  readonly layout: ThreadLayout
  readonly mirror: number | undefined
}

function Heads({ graph, layout, mirror }: Place) {
  return (
    <>
      {graph.columns.map((column, c) => {
        const x = at(layout.columns[c] ?? 0, mirror)
        return (
          <>
            <text class="h" x={x} y="18">
              {column.title}
            </text>
            <text class="hn" x={x} y="38">
              {column.sub}
            </text>
          </>
        )
      })}
    </>
  )
}

/** A column nothing is in yet stands dashed, with when it comes. */
function Coming({ graph, layout, mirror, height }: Place & { readonly height: number }) {
  return (
    <>
      {graph.columns.map((column, c) => {
        if (column.nodes.length > 0) return null
        const words = wrap(column.coming ?? '', letters, 3)
        const x = layout.columns[c] ?? 0
        return (
          <g class="coming">
            <rect class="hit" x={mirrored(x, box, mirror)} y={height / 2 - 40} width={box} height="80" rx="4" />
            {words.map((text, i) => (
              <text class="sub" x={at(x + 12, mirror)} y={short(height / 2 + 4 + (i - (words.length - 1) / 2) * line)}>
                {text}
              </text>
            ))}
          </g>
        )
      })}
    </>
  )
}

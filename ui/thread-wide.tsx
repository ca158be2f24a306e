import { layThread, type PlacedNode, type ThreadLayout } from './thread-layout.ts'
import { lightClasses } from './thread-light.ts'
import type { ThreadGraph, ThreadNode } from './thread-graph.ts'
import { boxClass, Gradient, Sign, spokenName } from './thread-parts.tsx'
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

const [width, box, top, line] = [1216, 138, 66, 16]
const letters = 17
const lettersBeside = 13
/** A box this high has its number over its words, and big. */
const highEnoughForBig = 84

/** The thread from side to side, for wide screens and paper. */
export function ThreadWide({ graph, id, title, description, copperFrom, isRtl }: ThreadPictureProps) {
  const layout = layThread(graph, {
    along: width,
    box,
    across: 640,
    gap: 12,
    mostUnit: 9,
    least: leastHeight,
  })
  const light = lightClasses(graph)
  const height = Math.max(layout.across, 120)
  const mirror = isRtl ? width : undefined
  return (
    <svg
      class="fm-thread fm-thread--wide"
      viewBox={`-4 0 ${width + 24} ${short(top + height + 8)}`}
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

function leastHeight(node: ThreadNode): number {
  return (wrap(node.title, lettersIn(node), 3).length + (second(node) ? 1 : 0)) * line + 14
}

/** A sign or a number stands before the words and takes their room. */
function lettersIn(node: ThreadNode): number {
  return node.sign || node.count ? lettersBeside : letters
}

function second(node: ThreadNode): string | undefined {
  return node.sub ?? node.end
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
            <rect
              class="hit"
              x={mirrored(x, box, mirror)}
              y={height / 2 - 40}
              width={box}
              height="80"
              rx="4"
            />
            {words.map((text, i) => (
              <text
                class="sub"
                x={at(x + 12, mirror)}
                y={short(height / 2 + 4 + (i - (words.length - 1) / 2) * line)}
              >
                {text}
              </text>
            ))}
          </g>
        )
      })}
    </>
  )
}

type BoxProps = {
  readonly placed: PlacedNode
  readonly light: string
  readonly mirror: number | undefined
  readonly isWaiting: boolean
  readonly room: number
}

function Box({ placed, light, mirror, isWaiting, room }: BoxProps) {
  const { node, along, across, size } = placed
  const isBig = node.count !== undefined && placed.column === 0 && size >= highEnoughForBig
  const words = wrap(node.title, isBig ? letters : lettersIn(node), 3)
  const sub = second(node)
  const middle = across + size / 2
  const first = middle - ((words.length + (sub ? 1 : 0)) * line) / 2 + (isBig ? 26 : 12.5)
  const inset = isBig ? 12 : node.count ? 40 : node.sign ? 30 : 12
  const rect = { x: short(mirrored(along, box, mirror)), y: short(across), width: box, height: short(size) }
  const visible = [node.count ?? '', ...words, sub ?? ''].filter(Boolean).join(' ')
  return (
    <a class={boxClass(placed, light)} href={node.href} aria-label={spokenName(node, visible)}>
      {node.state === 'ended' ? <Knot {...{ placed, mirror }} /> : null}
      {isWaiting ? (
        <path
          class="wait"
          d={`M${at(along + box + 4, mirror)} ${short(middle)}h${(mirror === undefined ? 1 : -1) * short(room * 0.7)}`}
        />
      ) : null}
      <rect class="hit" rx="4" {...rect} />
      <rect class="b" rx="3" {...rect} />
      <rect class="bar" rx="2" {...rect} x={short(mirrored(along, 4, mirror))} width={4} />
      {node.sign ? <Sign name={node.sign} x={at(along + 16, mirror)} y={short(first - 4)} /> : null}
      {node.count ? (
        <text
          class={isBig ? 'big' : 'num'}
          x={at(along + 12, mirror)}
          y={short(isBig ? first - 20 : middle + 4.5)}
        >
          {node.count}
        </text>
      ) : null}{' '}
      {words.map((text, i) => (
        <>
          <text class="t" x={at(along + inset, mirror)} y={short(first + i * line)}>
            {text}
          </text>{' '}
        </>
      ))}
      {sub ? (
        <text class="sub" x={at(along + inset, mirror)} y={short(first + words.length * line)}>
          {sub}
        </text>
      ) : null}
    </a>
  )
}

function Knot({ placed, mirror }: { readonly placed: PlacedNode; readonly mirror: number | undefined }) {
  const { along, across, size, body } = placed
  const [x, side] = [at(along + box, mirror), mirror === undefined ? 1 : -1]
  return (
    <>
      <path
        class="knot"
        d={`M${x} ${short(across + (size - body) / 2)}q${14 * side} ${short(body / 2)} 0 ${short(body)}`}
      />
      <circle class="knotdot" cx={x + 10 * side} cy={short(across + size / 2)} r="5" />
    </>
  )
}

/** Text of a right-to-left script begins at its right end; `x` is where it begins. */
function at(x: number, mirror: number | undefined): number {
  return short(mirror === undefined ? x : mirror - x)
}

function mirrored(x: number, length: number, mirror: number | undefined): number {
  return mirror === undefined ? x : mirror - x - length
}

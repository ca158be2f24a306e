import { layThread, type PlacedNode, type ThreadLayout } from './thread-layout.ts'
import { lightClasses } from './thread-light.ts'
import { boxClass, Gradient, Sign, spokenName } from './thread-parts.tsx'
import { Strand } from './thread-strand.tsx'
import { short, wrap } from './thread-text.ts'
import type { ThreadNode } from './thread-graph.ts'
import type { ThreadPictureProps } from './thread-wide.tsx'

const [width, box, head, gap, letter] = [328, 58, 30, 70, 7.4]
/** Least width of a box: the size of a finger's target, as long as so many fit. */
const leastWidth = 28
const between = 4
/** Narrower than this a sign would lie on its neighbours. */
const leastForSign = 13

/** The thread from top to bottom, for narrow screens. */
export function ThreadTall({ graph, id, title, description, copperFrom, isRtl }: ThreadPictureProps) {
  const count = graph.columns.length
  const length = count * box + Math.max(0, count - 1) * (gap + head - 8)
  const least = new Map(graph.columns.flatMap(({ nodes }) => leastSizes(nodes)))
  const layout = layThread(graph, {
    along: length,
    box,
    across: width,
    gap: between,
    mostGap: 30,
    mostUnit: 24,
    least: (node) => least.get(node) ?? leastWidth,
  })
  const light = lightClasses(graph)
  const mirror = (across: number, size: number): number => (isRtl ? layout.across - across - size : across)
  const shift = (width - layout.across) / 2
  const turn = [
    ((layout.columns[copperFrom - 1] ?? length * 2) + box) / length,
    (layout.columns[copperFrom] ?? length * 2) / length,
  ] as const
  return (
    <svg
      class="fm-thread fm-thread--tall"
      viewBox={`-3 0 ${width + 6} ${length + head + 20}`}
      role="group"
      aria-labelledby={`${id}-tall-title`}
      aria-describedby={`${id}-tall-text`}
    >
      <title id={`${id}-tall-title`}>{title}</title>
      <desc id={`${id}-tall-text`}>{description}</desc>
      <Gradient id={`${id}-tall`} length={length} turn={turn} isDown />
      <g transform={`translate(0 ${head})`}>
        <g
          class="strands"
          fill={`url(#${id}-tall)`}
          stroke={`url(#${id}-tall)`}
          transform={`translate(${short(shift)})`}
        >
          {layout.strands.map((strand, i) => {
            const turned = {
              ...strand,
              start: mirror(strand.start, strand.width),
              end: mirror(strand.end, strand.width),
            }
            return (
              <Strand
                strand={turned}
                light={light.links[i] ?? ''}
                from={strand.from.along + box}
                to={strand.to.along}
                isTall
              />
            )
          })}
        </g>
        {graph.columns.map((column, c) => (
          <>
            {c > 0 ? (
              <rect class="strip" x="-3" y={short((layout.columns[c] ?? 0) - 27)} width={width + 6} height="25" />
            ) : null}
            <text class="h" x={isRtl ? width : 0} y={short((layout.columns[c] ?? 0) - 9)}>
              {column.title}
              <tspan class="hn" dx={isRtl ? -6 : 6}>
                {column.nodes.length > 0 ? column.sub : (column.coming ?? column.sub)}
              </tspan>
            </text>
            {column.nodes.length > 0 ? null : (
              <rect class="hit coming" x="0" y={short(layout.columns[c] ?? 0)} width={width} height={box} rx="4" />
            )}
          </>
        ))}
        <g fill={`url(#${id}-tall)`} transform={`translate(${short(shift)})`}>
          {layout.nodes.map((placed) => (
            <Box
              placed={placed}
              x={mirror(placed.across, placed.size)}
              light={light.nodes.get(placed.node.id) ?? ''}
              number={numberOf(placed, layout)}
            />
          ))}
        </g>
      </g>
    </svg>
  )
}

/** Room for words in every box of a column: for the titles, else for the short names, else for a finger. */
function leastSizes(nodes: readonly ThreadNode[]): readonly (readonly [ThreadNode, number])[] {
  const room = width - Math.max(0, nodes.length - 1) * between
  const sizes = [
    nodes.map((node) => sizeFor([node.title], node)),
    nodes.map((node) => sizeFor([node.title, node.short ?? node.title], node)),
    nodes.map((node) => (node.short === undefined ? leastWidth : sizeFor([node.short], node))),
  ].find((column) => column.reduce((sum, size) => sum + size, 0) <= room)
  return nodes.map((node, i) => [node, sizes?.[i] ?? Math.min(leastWidth, Math.max(1, room / nodes.length))])
}

/** The narrowest box in which one of these names stands in whole words. */
function sizeFor(names: readonly string[], node: ThreadNode): number {
  const letters = Math.min(
    ...names.map((name) => {
      const longest = Math.max(3, below(node)?.length ?? 0, ...name.split(/\s+/).map((word) => word.length))
      for (let least = longest; least < name.length; least++)
        if (wrap(name, least, 99).length <= mostLines(node)) return least
      return Math.max(longest, name.length)
    }),
  )
  return Math.max(leastWidth, letters * letter + 8)
}

/** A sign, a number, or the word that it is late, takes one of the three lines. */
function mostLines(node: ThreadNode): number {
  return node.sign || below(node) ? 2 : 3
}

function below({ count, state, sub }: ThreadNode): string | undefined {
  return count ?? (state === 'late' ? sub : undefined)
}

/** What was counted, else its place in its column, for a box too narrow for words; the table below says which is which. */
function numberOf(placed: PlacedNode, { nodes }: ThreadLayout): string {
  if (placed.node.count) return placed.node.count
  return String(nodes.filter(({ column }) => column === placed.column).indexOf(placed) + 1)
}

type BoxProps = {
  readonly placed: PlacedNode
  readonly x: number
  readonly light: string
  readonly number: string
}

function Box({ placed, x, light, number }: BoxProps) {
  const { node, along, size } = placed
  const rect = { x: short(x), y: short(along), width: short(size), height: box }
  const middle = short(x + size / 2)
  const room = Math.floor((size - 6) / letter)
  const words = fitting(placed, room, number)
  const first = along + (node.sign ? 44 : 37) - ((words.length - 1) * 15) / 2
  return (
    <a class={boxClass(placed, light)} href={node.href} aria-label={spokenName(node, words.join(' '))}>
      {node.state === 'ended' ? <circle class="knotdot" cx={middle} cy={short(along + box + 9)} r="4.5" /> : null}
      <rect class="hit" rx="4" {...rect} />
      <rect class="b" rx="3" {...rect} />
      <rect class="bar" rx="2" {...rect} height={4} />
      {node.sign && size >= leastForSign ? (
        <Sign name={node.sign} x={middle} y={short(along + (words.length > 1 ? 15 : 20))} />
      ) : null}
      {words.map((text, i) => (
        <>
          <text class={classOf(text, placed.node, number)} text-anchor="middle" x={middle} y={short(first + i * 15)}>
            {text}
          </text>{' '}
        </>
      ))}
    </a>
  )
}

function classOf(text: string, node: ThreadNode, number: string): string {
  return text === number ? 'num' : node.state === 'late' && text === node.sub ? 'sub' : 't'
}

/** The title where it fits, else the short name, else the number. */
function fitting({ node }: PlacedNode, room: number, number: string): readonly string[] {
  const most = mostLines(node)
  const fits = (lines: readonly string[]): boolean =>
    lines.length <= most && lines.every((line) => line.length <= room && !line.endsWith('-') && !line.endsWith('…'))
  const candidates = [node.title, node.short]
    .filter((text) => text !== undefined)
    .map((text) => (room < 3 ? [] : wrap(text, room, most)))
  const found = candidates.find((lines) => lines.length > 0 && fits(lines)) ?? (number.length <= room ? [number] : [])
  const last = below(node)
  return last && last.length <= room && found[0] !== last ? [...found, last] : found
}

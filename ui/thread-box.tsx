import type { ThreadNode } from './thread-graph.ts'
import type { PlacedNode } from './thread-layout.ts'
import { boxClass, Sign, spokenName } from './thread-parts.tsx'
import { short, wrap } from './thread-text.ts'

/** A box's length, a line's height, the letters of a line. */
export const [box, line, letters] = [138, 16, 17]
const lettersBeside = 13
/** A box this high has its number over its words, and big. */
const highEnoughForBig = 84

export function leastHeight(node: ThreadNode): number {
  return (wrap(node.title, lettersIn(node), 3).length + (second(node) ? 1 : 0)) * line + 14
}

/** A sign or a number stands before the words and takes their room. */
function lettersIn(node: ThreadNode): number {
  return node.sign || node.count ? lettersBeside : letters
}

function second(node: ThreadNode): string | undefined {
  return node.sub ?? node.end
}

export type BoxProps = {
  readonly placed: PlacedNode
  readonly light: string
  readonly mirror: number | undefined
  readonly isWaiting: boolean
  readonly room: number
}

/** One box of the wide picture: a link with its words, its sign or number, and the knot or the wait behind it. */
export function Box({ placed, light, mirror, isWaiting, room }: BoxProps) {
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
        <text class={isBig ? 'big' : 'num'} x={at(along + 12, mirror)} y={short(isBig ? first - 20 : middle + 4.5)}>
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
export function at(x: number, mirror: number | undefined): number {
  return short(mirror === undefined ? x : mirror - x)
}

export function mirrored(x: number, length: number, mirror: number | undefined): number {
  return mirror === undefined ? x : mirror - x - length
}

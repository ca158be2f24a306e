import type { ThreadNode } from './thread-graph.ts'
import type { PlacedNode } from './thread-layout.ts'
import { boxClass, Sign, spokenName } from './thread-parts.tsx'
import { short, wrap } from './thread-text.ts'

/** A box's length, a line's height, the letters of a line. */
export const [box, line, letters] = [138, 16, 17]
/** A sign or a number stands before the words and takes their room: a number more of it the longer it is. */
const besideSign = 14
const besideCount = ({ length }: string): number => (length > 3 ? 15 - length : 13)
const insetOf = ({ length }: string): number => (length > 3 ? 18 + length * 8 : length > 2 ? 40 : 34)
/** The second line is smaller. */
const smaller = 1
/** A box this high has its number over its words, and big. */
const highEnoughForBig = 84

export function leastHeight(node: ThreadNode): number {
  return (wrap(node.title, lettersIn(node), 3).length + second(node).length) * line + 14
}

function lettersIn(node: ThreadNode): number {
  return node.count ? besideCount(node.count) : node.sign ? besideSign : letters
}

/** What stands under the title, in lines that stay in the box; a long reason is cut, and whole in the table. */
function second(node: ThreadNode): readonly string[] {
  const text = node.sub ?? node.end ?? ''
  return text === '' ? [] : wrap(text, lettersIn(node) + smaller, 2)
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
  const under = second(node)
  const middle = across + size / 2
  const first = middle - ((words.length + under.length) * line) / 2 + (isBig ? 26 : 12.5)
  const inset = isBig ? 12 : node.count ? insetOf(node.count) : node.sign ? 30 : 12
  const rect = { x: short(mirrored(along, box, mirror)), y: short(across), width: box, height: short(size) }
  const visible = [node.count ?? '', ...words, ...under].filter(Boolean).join(' ')
  return (
    <a class={boxClass(placed, light)} href={node.href} aria-label={spokenName(node, visible)}>
      {node.state === 'ended' ? <Knot {...{ placed, mirror }} /> : null}
      {isWaiting ? (
        <path
          class="wait"
          d={`M${at(along + box + 4, mirror)} ${short(middle)}h${(mirror === undefined ? 1 : -1) * short(room * 0.45)}`}
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
          <text class="t" lang={node.lang} x={at(along + inset, mirror)} y={short(first + i * line)}>
            {text}
          </text>{' '}
        </>
      ))}
      {under.map((text, i) => (
        <>
          <text class="sub" x={at(along + inset, mirror)} y={short(first + (words.length + i) * line)}>
            {text}
          </text>{' '}
        </>
      ))}
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

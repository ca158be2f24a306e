import type { PlacedNode } from './thread-layout.ts'
import type { ThreadNode } from './thread-graph.ts'
import { mostLit } from './thread-light.ts'

export type GradientProps = {
  readonly id: string
  readonly length: number
  /** Shares of the length between which the strands turn to copper. */
  readonly turn: readonly [number, number]
  readonly isDown?: boolean | undefined
  readonly mirror?: boolean | undefined
}

/** One gradient over the whole length: slate, verdigris, and copper where promises begin. */
export function Gradient({ id, length, turn, isDown, mirror }: GradientProps) {
  const [from, to] = mirror ? [length, 0] : [0, length]
  const line = isDown ? { x1: 0, x2: 0, y1: from, y2: to } : { x1: from, x2: to, y1: 0, y2: 0 }
  const [before, after] = turn
  return (
    <defs>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" {...line}>
        <stop offset="0" class="g0" />
        <stop offset={Math.min(0.46, before).toFixed(3)} class="g1" />
        <stop offset={Math.min(1, before).toFixed(3)} class="g1" />
        {after <= 1 ? <stop offset={after.toFixed(3)} class="g2" /> : null}
      </linearGradient>
    </defs>
  )
}

const signs = {
  accepted: 'M-5 .5l3.5 3.5 6.5-7.5',
  changed: 'M-5 4.5l1-3.5 6-6 2.5 2.5-6 6z',
  rejected: 'M-4.5-4.5l9 9M4.5-4.5l-9 9',
  referred: 'M-5.5 4v-2.5a3 3 0 0 1 3-3h7M1-5.5l4 4-4 4',
  parked: 'M-2.5-4.5v9M2.5-4.5v9',
} as const

export type SignProps = {
  readonly name: NonNullable<ThreadNode['sign']>
  readonly x: number
  readonly y: number
}

export function Sign({ name, x, y }: SignProps) {
  return <path class="g" transform={`translate(${x} ${y})`} d={signs[name]} />
}

export function boxClass({ node, index }: PlacedNode, light: string): string {
  const state = { done: '', changed: '', promised: 'is-open', late: 'is-open is-late', ended: 'is-end' }[node.state]
  return ['n', index < mostLit ? `n${index}` : '', state, light].filter(Boolean).join(' ')
}

/** The name of a link begins with the words one sees, so that saying them presses it. */
export function spokenName(node: ThreadNode, visible: string): string {
  const rest = [
    visible.includes(node.title) ? '' : node.title,
    node.sub && !visible.includes(node.sub) ? node.sub : '',
    node.end && !visible.includes(node.end) ? node.end : '',
    node.spoken ?? '',
  ]
  return [visible, ...rest].filter(Boolean).join(', ')
}

import type { PlacedStrand } from './thread-layout.ts'
import { short } from './thread-text.ts'

export type StrandProps = {
  readonly strand: PlacedStrand
  readonly light: string
  /** Where it leaves and arrives along the flow. */
  readonly from: number
  readonly to: number
  readonly isTall?: boolean | undefined
  /** Right to left: the picture is mirrored at this length. */
  readonly mirror?: number | undefined
}

/** A band of fibres from one box to another. Its relative curve is the same for all fibres, so it packs well. */
export function Strand({ strand, light, from, to, isTall, mirror }: StrandProps) {
  const names = [
    's',
    strand.to.node.state === 'ended' && strand.to.column < 2 ? 'is-end' : '',
    isOpen(strand) ? 'is-open' : '',
    light,
  ]
  const [start, end] = mirror === undefined ? [from, to] : [mirror - from, mirror - to]
  const point = (along: number, across: number): string =>
    isTall ? `${short(across)} ${short(along)}` : `${short(along)} ${short(across)}`
  const length = end - start
  const curve = (rise: number, run: number): string =>
    `c${point(run / 2, 0)} ${point(run / 2, rise)} ${point(run, rise)}`
  const rise = strand.end - strand.start
  const ribbon = `M${point(start, strand.start)}${curve(rise, length)}l${point(0, strand.width)}${curve(-rise, -length)}z`
  const count = Math.min(60, Math.max(1, Math.round(strand.width / 5.5)))
  const fibres = Array.from({ length: count }, (_, i) => {
    const beside = ((i + 0.5) / count) * strand.width
    return `M${point(start, strand.start + beside)}${curve(rise, length)}`
  })
  return (
    <g class={names.filter(Boolean).join(' ')}>
      <path class="r" d={ribbon} />
      <path class="f" d={fibres.join('')} />
    </g>
  )
}

function isOpen({ link, to }: PlacedStrand): boolean {
  return link.promised ?? (to.node.state === 'promised' || to.node.state === 'late')
}

import { letterOf } from '../letter.ts'
import { picture, type Mark, type Spot } from '../marks.ts'
import type { SayMap } from '../messages/words.ts'
import type { OwnPlace } from '../own-place.ts'
import type { PublishedGroup, PublishedMap } from '../published.ts'

export type PictureProps = {
  readonly say: SayMap
  readonly map: PublishedMap
  readonly own: OwnPlace | undefined
  readonly day: string
}

/** Where people stand: marks of ten and more, groups by letter, shape and colour, and the reader. Drawn by the server. */
export function Picture({ say, map, own, day }: PictureProps) {
  const { width, height } = picture
  return (
    <figure class="fm-opinions">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="map-name map-words">
        <title id="map-name">{say('figure.title')}</title>
        <desc id="map-words">{aboutOf(say, map)}</desc>
        {map.groups.map((group) => (
          <g class={`is-${letterOf(group.letter)}`}>
            <g class="ground">
              <path d={hullOf(group.spots)} />
            </g>
            <path class="marks" d={pathOf(group.spots, group.letter)} />
          </g>
        ))}
        {map.spots.length > 0 ? (
          <g class="is-crowd">
            <g class="ground">
              <path d={hullOf(map.spots)} />
            </g>
            <path class="marks" d={pathOf(map.spots, 0)} />
          </g>
        ) : null}
        {map.groups.map((group) => (
          <text class={`letter is-${letterOf(group.letter)}`} {...placeOfLetter(group.spots)}>
            {letterOf(group.letter)}
          </text>
        ))}
        {own ? <You at={own.at} word={say('figure.you-short')} /> : null}
      </svg>
      <figcaption>
        <p>{say('figure.lead')}</p>
        <p class="fm-mini">
          {say('figure.mark')} {say('figure.drawn', { day, final: map.isFinal ? 'yes' : 'no' })}
        </p>
        {own ? (
          <p class="fm-key">
            <span>
              <svg class="fm-opinions__key" viewBox="-24 -24 48 48" aria-hidden="true" focusable="false">
                <circle class="ring" r="20" />
                <circle class="dot" r="8" />
              </svg>
              {say('figure.you')}
            </span>
          </p>
        ) : null}
      </figcaption>
    </figure>
  )
}

function aboutOf(say: SayMap, { groups, spots }: PublishedMap): string {
  if (groups.length === 0) return say('figure.about-crowd', { marks: tensOf(spots) })
  const each = groups.map((group) =>
    say('figure.about-group', {
      letter: letterOf(group.letter),
      people: group.people,
      marks: tensOf(group.spots),
    }),
  )
  return say('figure.about-groups', { groups: each.join('; ') })
}

function tensOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, { tens }) => sum + tens, 0)
}

/** A ring with its word beside it, on the side with more room. */
function You({ at, word }: { readonly at: Mark; readonly word: string }) {
  const isLeft = at.x > picture.width / 2
  return (
    <g class="you" transform={`translate(${at.x} ${at.y})`}>
      <circle class="ring" r="22" />
      <circle class="dot" r="9" />
      <text x={isLeft ? -34 : 34} y="12" text-anchor={isLeft ? 'end' : 'start'}>
        {word}
      </text>
    </g>
  )
}

export type GroupMarkProps = Pick<PublishedGroup, 'letter'>

/** The shape of a group, for lists beside the picture. */
export function GroupMark({ letter }: GroupMarkProps) {
  return (
    <svg class={`fm-opinions__key is-${letterOf(letter)}`} viewBox="-18 -18 36 36" aria-hidden="true" focusable="false">
      <path class="marks" d={shapeOf({ x: 0, y: 0 }, { letter, tens: 1 })} />
    </svg>
  )
}

/** Circle, diamond, square, triangle, hexagon, all of the same area: a letter always has the same one. `r` is the circle's radius. */
const shapes: readonly ((at: Mark, r: number) => string)[] = [
  ({ x, y }, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0${-2 * r} 0z`,
  ({ x, y }, r) =>
    corners(
      { x, y },
      1.25 * r,
      [0, 1, 2, 3].map((quarter) => quarter / 4),
    ),
  ({ x, y }, r) =>
    corners(
      { x, y },
      1.25 * r,
      [1, 3, 5, 7].map((eighth) => eighth / 8),
    ),
  ({ x, y }, r) =>
    corners(
      { x, y },
      1.55 * r,
      [0, 1, 2].map((third) => third / 3),
    ),
  ({ x, y }, r) =>
    corners(
      { x, y },
      1.1 * r,
      [0, 1, 2, 3, 4, 5].map((sixth) => sixth / 6),
    ),
]

/** Around a point, `turns` from straight above. */
function corners({ x, y }: Mark, r: number, turns: readonly number[]): string {
  const points = turns.map((turn) => {
    const angle = 2 * Math.PI * turn
    return `${(x + r * Math.sin(angle)).toFixed(1)} ${(y - r * Math.cos(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}z`
}

function shapeOf(at: Mark, { letter, tens }: { readonly letter: number; readonly tens: number }): string {
  return shapes[letter % shapes.length]?.(at, Math.round(radius * Math.sqrt(Math.min(tens, mostSeen)))) ?? ''
}

const radius = 12
/** More would cover their neighbours. */
const mostSeen = 4

function pathOf(spots: readonly Spot[], letter: number): string {
  return spots.map(({ tens, ...at }) => shapeOf(at, { letter, tens })).join('')
}

/** The ground of a group: around its marks, never around its people, of whom the outermost would be seen. Its line is drawn thick. */
function hullOf(marks: readonly Mark[]): string {
  const [first, ...rest] = hull(marks)
  if (!first) return ''
  return `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join('')}h0.01z`
}

/** Andrew's monotone chain (1979). O(marks log marks). */
function hull(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (points: readonly Mark[]): readonly Mark[] => {
    const chain: Mark[] = []
    for (const point of points) {
      while (turnsRight(chain.at(-2), chain.at(-1), point)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.toReversed())]
}

function turnsRight(one: Mark | undefined, other: Mark | undefined, to: Mark): boolean {
  if (!one || !other) return false
  return (other.x - one.x) * (to.y - one.y) - (other.y - one.y) * (to.x - one.x) <= 0
}

/** Above the group where there is room, else below it. */
function placeOfLetter(marks: readonly Mark[]): { readonly x: number; readonly y: number } {
  const x = Math.round(marks.reduce((sum, mark) => sum + mark.x, 0) / Math.max(1, marks.length))
  const top = Math.min(...marks.map(({ y }) => y))
  return { x, y: Math.max(56, top - 56) }
}

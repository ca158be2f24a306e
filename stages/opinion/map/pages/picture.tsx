import { picture, type Mark } from '../marks.ts'
import type { SayMap } from '../messages/words.ts'
import type { OwnPlace } from '../own-place.ts'
import type { PublishedGroup, PublishedMap } from '../published.ts'

export type PictureProps = {
  readonly say: SayMap
  readonly map: PublishedMap
  readonly own: OwnPlace | undefined
  readonly day: string
}

/** A is 0. */
export function letterOf(letter: number): string {
  return String.fromCharCode(65 + letter)
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
              <path d={hullOf(group.marks)} />
            </g>
            <path class="marks" d={pathOf(group.marks, group.letter)} />
          </g>
        ))}
        {map.marks.length > 0 ? (
          <g class="is-crowd">
            <g class="ground">
              <path d={hullOf(map.marks)} />
            </g>
            <path class="marks" d={pathOf(map.marks, 0)} />
          </g>
        ) : null}
        {map.groups.map((group) => (
          <text class={`letter is-${letterOf(group.letter)}`} {...placeOfLetter(group.marks)}>
            {letterOf(group.letter)}
          </text>
        ))}
        {own ? <You at={own.at} word={say('figure.you-short')} /> : null}
      </svg>
      <figcaption>
        <p>{say('figure.lead')}</p>
        <p class="fm-mini">
          {say('figure.mark')} {say('figure.drawn', { day })}
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

function aboutOf(say: SayMap, { groups, marks }: PublishedMap): string {
  if (groups.length === 0) return say('figure.about-crowd', { marks: marks.length })
  const each = groups.map((group) =>
    say('figure.about-group', {
      letter: letterOf(group.letter),
      people: group.people,
      marks: group.marks.length,
    }),
  )
  return say('figure.about-groups', { groups: each.join('; ') })
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
      <path class="marks" d={shapes[letter % shapes.length]?.({ x: 0, y: 0 })} />
    </svg>
  )
}

/** Circle, diamond, square, triangle, hexagon: a letter always has the same one. */
const shapes: readonly ((at: Mark) => string)[] = [
  ({ x, y }) => `M${x - 13} ${y}a13 13 0 1 0 26 0a13 13 0 1 0-26 0z`,
  ({ x, y }) => `M${x} ${y - 17}l17 17l-17 17l-17-17z`,
  ({ x, y }) => `M${x - 12} ${y - 12}h24v24h-24z`,
  ({ x, y }) => `M${x} ${y - 16}l16 28h-32z`,
  ({ x, y }) => `M${x} ${y - 15}l13 7.5v15l-13 7.5l-13-7.5v-15z`,
]

function pathOf(marks: readonly Mark[], letter: number): string {
  return marks.map((mark) => shapes[letter % shapes.length]?.(mark) ?? '').join('')
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

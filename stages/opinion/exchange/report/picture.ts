import type { OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'

/** People of one group who stand near each other. `x`, `y` in squares from the left and from the top. */
export type Dot = { readonly x: number; readonly y: number; readonly group: number; readonly people: number }

export type Picture = {
  readonly wide: number
  readonly high: number
  readonly dots: readonly Dot[]
  /** Who is drawn nowhere: in a square with fewer than five of their group, or in no group. */
  readonly notDrawn: number
}

/** Finest first: the first one that draws most people is taken. */
const grids = [28, 20, 14, 10, 7, 5].map((wide) => ({ wide, high: Math.ceil((wide * 9) / 14) }))
const enough = 0.8
/** Fewer than five people in one square could be told apart. */
const fewest = 5

/** Where people stand, counted in squares: nobody is drawn alone. */
export function pictureOf(map: OpinionMap): Picture {
  const inGroup = map.groupOf.reduce((sum, group) => sum + Number(group >= 0), 0)
  const drawings = grids.map((grid) => drawnIn(map, grid))
  const best = drawings.find(({ notDrawn }) => map.groupOf.length - notDrawn >= enough * inGroup) ?? drawings.at(-1)
  if (!best) throw new Error('there is always a coarsest grid')
  return best
}

type Grid = Pick<Picture, 'wide' | 'high'>

function drawnIn({ positions: { x, y }, groupOf }: OpinionMap, { wide, high }: Grid): Picture {
  const inGroup = Array.from(groupOf.keys()).filter((person) => (groupOf[person] ?? -1) >= 0)
  const across = scaleOf(inGroup.map((person) => x[person] ?? 0))
  const up = scaleOf(inGroup.map((person) => y[person] ?? 0))
  const squares = new Map<string, Dot>()
  for (const person of inGroup) {
    const group = groupOf[person] ?? 0
    const [column, row] = [Math.floor(across(x[person] ?? 0) * wide), Math.floor((1 - up(y[person] ?? 0)) * high)]
    const key = `${column} ${row} ${group}`
    squares.set(key, { x: column, y: row, group, people: (squares.get(key)?.people ?? 0) + 1 })
  }
  const dots = [...squares.values()]
    .filter(({ people }) => people >= fewest)
    .toSorted((a, b) => a.group - b.group || a.y - b.y || a.x - b.x)
  const drawn = dots.reduce((sum, { people }) => sum + people, 0)
  return { wide, high, dots, notDrawn: groupOf.length - drawn }
}

/** To 0 … 1, never 1 itself; everything at one half where all stand at one place. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return (value) => (most > least ? (0.999 * (value - least)) / (most - least) + 0.0005 : 0.5)
}

import type { Positions } from '@folkmoot/opinion-map/positions.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'

export type Mark = { readonly x: number; readonly y: number }

/** Where the people of a group stand on average, and how far they lie apart in both directions (standard deviations). */
export type Cloud = Mark & { readonly people: number; readonly across: number; readonly up: number }

/** Undefined for fewer than ten. O(people). */
export function cloudOf({ x, y }: Positions, people: readonly number[]): Cloud | undefined {
  if (people.length < leastInGroup) return undefined
  const mean = (of: Float64Array): number => people.reduce((sum, one) => sum + (of[one] ?? 0), 0) / people.length
  const apart = (of: Float64Array, middle: number): number =>
    Math.sqrt(people.reduce((sum, one) => sum + ((of[one] ?? 0) - middle) ** 2, 0) / people.length)
  const at = { x: mean(x), y: mean(y) }
  return { ...at, people: people.length, across: apart(x, at.x), up: apart(y, at.y) }
}

/** How long one unit of the directions is in the picture; they cross in its middle, equally long in both directions. */
export type Frame = { readonly unit: number }

/** The picture is so large. Up in the directions is up in it. */
export const picture = { width: 1000, height: 700, edge: 120 } as const
const middle = { x: picture.width / 2, y: picture.height / 2 }

/** A cloud is drawn so wide: of people spread evenly over it three in four stand in it. */
const wide = 1.5

/**
 * All clouds fit, near in the picture is near in the votes. As few other units as can be: the last one stays while clouds fit and
 * are not drawn at less than half their size; a new one is two times or 1.4 times a power of two.
 */
export function frameOf(clouds: readonly Cloud[], last?: Frame): Frame {
  const reach = (at: number, apart: number): number => Math.abs(at) + wide * apart
  const most = Math.min(
    (middle.x - picture.edge) / Math.max(0, ...clouds.map(({ x, across }) => reach(x, across))),
    (middle.y - picture.edge) / Math.max(0, ...clouds.map(({ y, up }) => reach(y, up))),
  )
  if (!Number.isFinite(most)) return { unit: 1 }
  if (last && last.unit <= most && most < 2 * last.unit) return { unit: last.unit }
  let unit = 1
  while (2 * unit <= most) unit *= 2
  while (unit > most) unit /= 2
  return { unit: 1.4 * unit <= most ? 1.4 * unit : unit }
}

/** One spot of the picture: `tens` times ten people, and up to nine more of its group. */
export type Spot = Mark & { readonly tens: number }

const cloudsApart = 80
const mostSpots = 30
/** The golden angle: spots laid round a middle by it are spread evenly. */
const turn = { cos: -0.7373688780783197, sin: 0.6754902942615238 }

/**
 * A cloud as it is published: its middle and its width on a grid of 13 by 9, and its people in tens spread over it evenly. So no spot
 * says where anybody stands, and one vote, which moves the mean of a whole group by a hair, is hardly ever seen. O(spots).
 * Source of the order: Vogel, A better way to construct the sunflower head, Mathematical Biosciences 44 (1979).
 */
export function spotsOf({ unit }: Frame, cloud: Cloud | undefined): readonly Spot[] {
  if (!cloud) return []
  const at = inPicture({ unit }, cloud, cloudsApart)
  const width = (apart: number): number =>
    Math.max(cloudsApart / 2, cloudsApart * Math.round((wide * apart * unit) / cloudsApart))
  const [across, up] = [width(cloud.across), width(cloud.up)]
  const tens = Math.floor(cloud.people / leastInGroup)
  const count = Math.min(tens, mostSpots)
  let [cos, sin] = [1, 0]
  return Array.from({ length: count }, (_, nth) => {
    const out = count === 1 ? 0 : Math.sqrt((nth + 0.5) / count)
    const spot = {
      x: within(at.x + across * out * cos, picture.width),
      y: within(at.y - up * out * sin, picture.height),
      tens: Math.floor(tens / count) + (nth < tens % count ? 1 : 0),
    }
    ;[cos, sin] = [cos * turn.cos - sin * turn.sin, cos * turn.sin + sin * turn.cos]
    return spot
  }).toSorted((a, b) => a.x - b.x || a.y - b.y)
}

const edge = 40

function within(value: number, most: number): number {
  return Math.round(Math.min(most - edge, Math.max(edge, value)))
}

/** A place in the picture, on a coarse grid: of a voter who changes one of her votes it shows what that does, not a hair of what others did. */
export function inPicture({ unit }: Frame, { x, y }: Mark, apart = 40): Mark {
  const onGrid = (value: number): number => apart * Math.round((value * unit) / apart)
  return { x: within(middle.x + onGrid(x), picture.width), y: within(middle.y - onGrid(y), picture.height) }
}

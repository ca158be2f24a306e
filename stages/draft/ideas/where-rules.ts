import { accept, type Result } from '@folkmoot/basics/result.ts'

export type Point = { readonly latitude: number; readonly longitude: number }
export type Named = Point & { readonly name: string }

/** What a person may have said of where: by pressing on the map, from a list, or in words. */
export type SaidWhere = {
  readonly point: Point | null
  readonly isDropped: boolean
  /** A named place or a square of the map, chosen from a list. */
  readonly named: string
  readonly square: string
  /** In her own words. */
  readonly words: string
}

export type Where = { readonly point: Point | null; readonly area: string }

export type Places = {
  readonly places: readonly Named[]
  readonly squares: readonly Named[]
  readonly nearest: (point: Point) => Named | undefined
}

/**
 * What is kept of it: a point to about 100 metres, and the named place it lies nearest to, by which lists and the map group.
 * A point that was pressed says more than a name from the list, a name more than a square, a square more than words: words
 * give an area only where they name a place of the list, and never a point.
 */
export function whereOf(said: SaidWhere, { places, squares, nearest }: Places): Result<Where, 'no-such-place'> {
  const areaOf = (point: Point): string => nearest(point)?.name ?? squareAt(point, squares)
  if (said.point && !said.isDropped) return accept({ point: said.point, area: areaOf(said.point) })
  if (said.named !== '') {
    const chosen = places.find(({ name }) => name === said.named)
    return chosen ? accept({ point: pointOf(chosen), area: chosen.name }) : { ok: false, refusal: 'no-such-place' }
  }
  if (said.square !== '') {
    const chosen = squares.find(({ name }) => name === said.square)
    return chosen ? accept({ point: pointOf(chosen), area: areaOf(chosen) }) : { ok: false, refusal: 'no-such-place' }
  }
  return accept({ point: null, area: namedIn(said.words, places) })
}

function pointOf({ latitude, longitude }: Point): Point {
  return { latitude, longitude }
}

function squareAt(point: Point, squares: readonly Named[]): string {
  const far = (one: Named): number => Math.hypot(one.latitude - point.latitude, one.longitude - point.longitude)
  return squares.toSorted((a, b) => far(a) - far(b))[0]?.name ?? ''
}

/** The longest name that stands in these words: "Old Quay" before "Quay". */
function namedIn(words: string, places: readonly Named[]): string {
  const said = words.toLowerCase()
  const found = places.map(({ name }) => name).filter((name) => said.includes(name.toLowerCase()))
  return found.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ''
}

/** The outline of a place and what people call its parts: drawn by ourselves, so that no page asks a map service. */
export type OutlinePoint = { readonly latitude: number; readonly longitude: number }

export type NamedPlace = OutlinePoint & { readonly name: string }

export type Outline = {
  /** Closed lines of [longitude, latitude]; what lies inside an odd number of them is land of the place. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  readonly places: readonly NamedPlace[]
}

/** How an outline lies in a picture. */
export type OutlineFrame = {
  readonly width: number
  readonly height: number
  /** North is up; one step east is as long as one step north in the middle of the place. */
  readonly toPicture: (point: OutlinePoint) => { readonly x: number; readonly y: number }
  readonly toPoint: (at: { readonly x: number; readonly y: number }) => OutlinePoint
  /** Squares from left to right and from top to bottom: "A1" … ; for those who do not point. */
  readonly squares: readonly (OutlinePoint & { readonly name: string; readonly x: number; readonly y: number })[]
  readonly squareSide: number
}

/** In CSS pixels: fits a phone of 360 beside its margins, and is never scaled, so that a press is where it seems. */
const pictureWidth = 300
const mostHeight = 420
const margin = 10
const columns = 6

/**
 * An equirectangular picture: longitudes are shortened by the cosine of the middle latitude, which is true to a hundredth for
 * a town and good enough to point at a region.
 */
export function outlineFrame({ rings }: Pick<Outline, 'rings'>): OutlineFrame {
  const all = rings.flat()
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))]
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))]
  const shorter = Math.max(0.01, Math.cos(((south + north) / 2) * (Math.PI / 180)))
  const across = Math.max((east - west) * shorter, 1e-6)
  const up = Math.max(north - south, 1e-6)
  const scale = Math.min((pictureWidth - 2 * margin) / across, (mostHeight - 2 * margin) / up)
  const height = Math.max(2 * margin + 40, Math.round(up * scale + 2 * margin))
  // Centred: a narrow place stands in the middle of its picture.
  const left = (pictureWidth - across * scale) / 2
  const toPicture = ({ latitude, longitude }: OutlinePoint) => ({
    x: left + (longitude - west) * shorter * scale,
    y: margin + (north - latitude) * scale,
  })
  const toPoint = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    latitude: rounded(north - (y - margin) / scale),
    longitude: rounded(west + (x - left) / scale / shorter),
  })
  const squareSide = pictureWidth / columns
  const rows = Math.ceil(height / squareSide)
  const squares = Array.from({ length: rows * columns }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const [x, y] = [(column + 0.5) * squareSide, (row + 0.5) * squareSide]
    return { name: `${String.fromCharCode(65 + column)}${row + 1}`, x, y, ...toPoint({ x, y }) }
  }).filter(({ x, y }) => isNearLand({ x, y }, { rings, toPicture, squareSide }))
  return { width: pictureWidth, height, toPicture, toPoint, squares, squareSide }
}

// A thousandth of a degree, about 100 metres.
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000 + 0 // never -0
}

type Land = Pick<OutlineFrame, 'toPicture' | 'squareSide'> & Pick<Outline, 'rings'>

/** Its middle lies on land, or a corner of the outline lies in it. */
function isNearLand(at: { readonly x: number; readonly y: number }, { rings, toPicture, squareSide }: Land): boolean {
  const half = squareSide / 2
  return rings.some((ring) => {
    const drawn = ring.map(([longitude, latitude]) => toPicture({ latitude, longitude }))
    const hasCorner = drawn.some(({ x, y }) => Math.abs(x - at.x) <= half && Math.abs(y - at.y) <= half)
    return hasCorner || isInside(at, drawn)
  })
}

/** Whether a line to the right crosses the ring an odd number of times. */
function isInside(
  at: { readonly x: number; readonly y: number },
  ring: readonly { readonly x: number; readonly y: number }[],
) {
  let isIn = false
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn
  })
  return isIn
}

/** The named place that lies nearest; undefined where none has a name. */
export function nearestPlace({ places }: Pick<Outline, 'places'>, at: OutlinePoint): NamedPlace | undefined {
  const shorter = Math.cos((at.latitude * Math.PI) / 180)
  const distance = ({ latitude, longitude }: NamedPlace): number =>
    Math.hypot(latitude - at.latitude, (longitude - at.longitude) * shorter)
  return places.toSorted((a, b) => distance(a) - distance(b) || (a.name < b.name ? -1 : 1))[0]
}

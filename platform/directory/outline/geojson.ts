import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { NamedPlace, Outline } from './outline.ts'

/** A file of a mapping office fits; larger ones are simplified there first. */
export const mostOutlineBytes = 5 * 1024 * 1024
const mostCorners = 200_000
/** As many corners as a picture of 300 pixels can show. */
const mostKeptCorners = 600
const mostPlaces = 60
const mostLetters = 80

export type OutlineRefusal = 'outline-too-large' | 'outline-not-geojson' | 'outline-no-area' | 'outline-off-earth'

/**
 * Reads GeoJSON (RFC 7946): every Polygon and MultiPolygon becomes the outline, every Point with a `name` a named place. What
 * else is in the file is left out. The outline is simplified until it is as fine as our picture, and no finer.
 */
export function readOutline(bytes: Uint8Array): Result<Outline, OutlineRefusal> {
  if (bytes.byteLength > mostOutlineBytes) return refuse('outline-too-large')
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('outline-not-geojson') // neither text nor JSON: to the person it is one
  }
  const features = featuresOf(json)
  if (!features) return refuse('outline-not-geojson')
  const rings = features.flatMap(({ geometry }) => ringsOf(geometry))
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (corners === 0) return refuse('outline-no-area')
  if (corners > mostCorners) return refuse('outline-too-large')
  const places = features.flatMap(placeOf).slice(0, mostPlaces)
  const isOnEarth = ([longitude, latitude]: Corner): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  const points = places.map(({ longitude, latitude }): Corner => [longitude, latitude])
  if (![...rings.flat(), ...points].every(isOnEarth)) return refuse('outline-off-earth')
  return accept({ rings: simplified(rings), places })
}

type Corner = readonly [number, number]
type Feature = { readonly geometry: unknown; readonly properties: unknown }

function featuresOf(json: unknown): readonly Feature[] | undefined {
  if (!isObject(json)) return undefined
  if (json['type'] === 'FeatureCollection' && Array.isArray(json['features']))
    return json['features']
      .filter(isObject)
      .map((one) => ({ geometry: one['geometry'], properties: one['properties'] }))
  if (json['type'] === 'Feature') return [{ geometry: json['geometry'], properties: json['properties'] }]
  return json['type'] === 'Polygon' || json['type'] === 'MultiPolygon'
    ? [{ geometry: json, properties: null }]
    : undefined
}

function ringsOf(geometry: unknown): readonly (readonly Corner[])[] {
  if (!isObject(geometry) || !Array.isArray(geometry['coordinates'])) return []
  const { type, coordinates } = geometry as { type: unknown; coordinates: readonly unknown[] } // looked at one by one below
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates.filter(Array.isArray) : []
  return (polygons as readonly (readonly unknown[])[])
    .flatMap((polygon) =>
      polygon.filter(Array.isArray).map((ring) => ring.filter(isCorner).map(([x, y]): Corner => [x, y])),
    )
    .filter((ring) => ring.length >= 3)
}

function placeOf({ geometry, properties }: Feature): readonly NamedPlace[] {
  if (!isObject(geometry) || geometry['type'] !== 'Point' || !isObject(properties)) return []
  const [at, name] = [geometry['coordinates'], properties['name']]
  if (!isCorner(at) || typeof name !== 'string') return []
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
  if (plain === '' || [...plain].length > mostLetters) return []
  return [{ name: plain, longitude: rounded(at[0]), latitude: rounded(at[1]) }]
}

// A thousandth of a degree, as every point of ours.
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000 + 0
}

/** Coarser and coarser until few enough corners are left. The largest rings stay longest. */
function simplified(rings: readonly (readonly Corner[])[]): readonly (readonly Corner[])[] {
  const all = rings.flat()
  const width = all.reduce((most, [x]) => Math.max(most, x), -180) - all.reduce((least, [x]) => Math.min(least, x), 180)
  const height =
    all.reduce((most, [, y]) => Math.max(most, y), -90) - all.reduce((least, [, y]) => Math.min(least, y), 90)
  let tolerance = Math.max(width, height, 1e-9) / 2000
  let kept = rings.map((ring) => thinned(ring, tolerance))
  while (kept.reduce((sum, ring) => sum + ring.length, 0) > mostKeptCorners) {
    tolerance *= 2
    kept = rings.map((ring) => thinned(ring, tolerance)).filter((ring) => ring.length > 3)
  }
  return kept.length > 0 ? kept : rings.slice(0, 1).map((ring) => thinned(ring, 0).slice(0, mostKeptCorners))
}

/** Douglas and Peucker 1973, without recursion: a line of any length does not fill the stack. */
function thinned(ring: readonly Corner[], tolerance: number): readonly Corner[] {
  const keeps = new Set([0, ring.length - 1])
  const spans: (readonly [number, number])[] = [[0, ring.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const [a, b] = [ring[from], ring[to]]
    if (!a || !b) continue
    let [farthest, at] = [tolerance, -1]
    for (let i = from + 1; i < to; i += 1) {
      const distance = distanceTo(ring[i] ?? a, a, b)
      if (distance > farthest) [farthest, at] = [distance, i]
    }
    if (at !== -1) {
      keeps.add(at)
      spans.push([from, at], [at, to])
    }
  }
  return ring.filter((_, i) => keeps.has(i))
}

/** From a point to a straight line between two others; to the first where they are one. */
function distanceTo([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dy * (x - ax) - dx * (y - ay)) / length
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCorner(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])
}

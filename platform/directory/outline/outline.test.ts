import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostOutlineBytes, readOutline } from './geojson.ts'
import { nearestPlace, outlineFrame } from './outline.ts'

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const square = [
  [12.5, 55.6],
  [12.7, 55.6],
  [12.7, 55.7],
  [12.5, 55.7],
  [12.5, 55.6],
]
const town = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square] } },
    { type: 'Feature', properties: { name: 'Library ' }, geometry: { type: 'Point', coordinates: [12.6123, 55.65] } },
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [12.6, 55.65] } },
  ],
}

describe('an outline', () => {
  it('is read with the places that have a name, rounded', () => {
    const read = readOutline(bytes(town))
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(read.value.places).toEqual([{ name: 'Library', latitude: 55.65, longitude: 12.612 }])
  })

  it.each([
    ['outline-not-geojson', new TextEncoder().encode('<svg/>')],
    ['outline-not-geojson', bytes([1, 2])],
    ['outline-not-geojson', Uint8Array.of(0xff, 0xfe, 0)],
    ['outline-no-area', bytes({ ...town, features: town.features.slice(1) })],
    ['outline-no-area', bytes({ type: 'Polygon', coordinates: [[['x', 'y'], null, 3]] })],
    [
      'outline-off-earth',
      bytes({ type: 'Polygon', coordinates: [square.map(([x = 0, y = 0]) => [x * 1000, y * 1000])] }),
    ],
    ['outline-too-large', new Uint8Array(mostOutlineBytes + 1)],
  ])('is refused: %s', (refusal, file) => {
    expect(readOutline(file)).toEqual({ ok: false, refusal })
  })

  it('of a hundred thousand corners is thinned to what a picture shows', () => {
    const coast = Array.from({ length: 100_000 }, (_, at) => {
      const angle = (at / 100_000) * 2 * Math.PI
      return [12 + Math.cos(angle) * (1 + Math.sin(angle * 400) / 50), 55 + Math.sin(angle) / 2]
    })
    const read = readOutline(bytes({ type: 'Polygon', coordinates: [coast] }))
    if (!read.ok) throw new Error(read.refusal)
    const corners = read.value.rings.flat().length
    expect(corners).toBeGreaterThan(50)
    expect(corners).toBeLessThanOrEqual(600)
  })
})

describe('its picture', () => {
  const frame = outlineFrame({ rings: [square.map(([x = 0, y = 0]) => [x, y] as const)] })

  it('fits a phone, and a press is a point of the town to a thousandth of a degree', () => {
    expect(frame.width).toBe(300)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 299 }), fc.integer({ min: 0, max: frame.height - 1 }), (x, y) => {
        const point = frame.toPoint({ x, y })
        const back = frame.toPicture(point)
        // A thousandth of a degree is less than two pixels here.
        expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(2)
        expect(Math.round(point.latitude * 1000) / 1000).toBe(point.latitude)
      }),
    )
  })

  it('has squares with names of their own, each with its middle where it stands', () => {
    expect(new Set(frame.squares.map(({ name }) => name)).size).toBe(frame.squares.length)
    expect(frame.squares.length).toBeGreaterThan(6)
  })

  it('knows the nearest place by the way, not by degrees', () => {
    const places = [
      { name: 'East', latitude: 55.65, longitude: 12.615 },
      { name: 'North', latitude: 55.66, longitude: 12.6 },
    ]
    // 15 thousandths of a degree to the east are shorter here than 10 to the north.
    expect(nearestPlace({ places }, { latitude: 55.65, longitude: 12.6 })?.name).toBe('East')
    expect(nearestPlace({ places: [] }, { latitude: 55.65, longitude: 12.6 })).toBeUndefined()
  })
})

import { giveOutline } from '../../../overview/index.ts'
import { readOutline, type NamedPlace } from '../../../platform/directory/index.ts'
import type { Lindhavn } from './found.ts'

/** Drawn by hand: a coast, a harbour basin, a brook's mouth and a small island. It lies nowhere. */
const coast: readonly (readonly [number, number])[] = [
  [11.982, 55.412],
  [12.004, 55.416],
  [12.021, 55.413],
  [12.028, 55.405],
  [12.037, 55.401],
  [12.034, 55.396],
  [12.026, 55.395],
  [12.025, 55.391],
  [12.033, 55.389],
  [12.041, 55.391],
  [12.047, 55.386],
  [12.044, 55.379],
  [12.05, 55.372],
  [12.046, 55.364],
  [12.035, 55.358],
  [12.018, 55.356],
  [12.002, 55.359],
  [11.988, 55.357],
  [11.972, 55.362],
  [11.965, 55.372],
  [11.968, 55.384],
  [11.962, 55.394],
  [11.969, 55.405],
  [11.982, 55.412],
]
const island: readonly (readonly [number, number])[] = [
  [12.052, 55.399],
  [12.058, 55.402],
  [12.063, 55.399],
  [12.06, 55.395],
  [12.054, 55.395],
  [12.052, 55.399],
]

export const lindhavnsPlaces: readonly NamedPlace[] = [
  { name: 'Inner harbour', latitude: 55.394, longitude: 12.022 },
  { name: 'Quay Street', latitude: 55.39, longitude: 12.017 },
  { name: 'The old quay', latitude: 55.402, longitude: 12.026 },
  { name: 'Lind Park', latitude: 55.383, longitude: 11.999 },
  { name: 'School Lane', latitude: 55.378, longitude: 12.008 },
  { name: 'Church Corner', latitude: 55.387, longitude: 12.004 },
  { name: 'Sports ground', latitude: 55.371, longitude: 12.014 },
  { name: 'Vester School', latitude: 55.38, longitude: 11.979 },
  { name: 'Østre', latitude: 55.376, longitude: 12.036 },
  { name: 'Nordby', latitude: 55.409, longitude: 11.992 },
]

/** Through the same door as any place gives its own. */
export async function giveLindhavnsOutline(town: Lindhavn): Promise<void> {
  const polygons = [[coast], [island]]
  const file = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: polygons } },
      ...lindhavnsPlaces.map(({ name, longitude, latitude }) => ({
        type: 'Feature',
        properties: { name },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    ],
  }
  const outline = readOutline(new TextEncoder().encode(JSON.stringify(file)))
  if (!outline.ok) throw new Error(outline.refusal)
  await giveOutline(town.daysAgo(690), town.place.id, { actor: null, outline: outline.value })
}

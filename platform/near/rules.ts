import type { Id, Noun } from '@folkmoot/basics/ids.ts'

/** A word as it was typed, and its stems in the languages of the place. */
export type Asked = { readonly word: string; readonly stems: readonly string[] }

export type At = { readonly latitude: number; readonly longitude: number }

/** A thing that shares words: how much they are worth, by rarity and by where they stand. */
export type Candidate<N extends Noun = Noun> = {
  readonly id: Id<N>
  readonly words: readonly string[]
  /** Rarity times weight of the shared words. */
  readonly score: number
  /** Rarity alone of the shared words: what part of what she said they are. */
  readonly rarity: number
  readonly point: At | null
}

export type Near<N extends Noun = Noun> = {
  readonly id: Id<N>
  /** The words they share, those that say most first: why it is near. */
  readonly words: readonly string[]
  /** How far apart the two places are; null when one of them has none. */
  readonly metres: number | null
}

export type Said = {
  /** How many words she typed that say anything. */
  readonly words: number
  /** What all of them would be worth. */
  readonly rarity: number
  readonly point: At | null
}

/** One word in common says nothing, unless it was the only one, or almost. */
const fewestWords = 2
/** A quarter of what she said: less is another matter in the same town. */
const leastShare = 0.25
const mostShown = 5
const mostWordsShown = 5
/** As far as one walks in ten minutes: then the place speaks for it as much as half its words again. */
const walk = 800
const nearby = 1.5
/** Further apart than this, the same words are likely about two places. */
const far = 5_000
const faraway = 0.5

/** Near things, the nearest first. The same words and places always give the same ones in the same order. */
export function nearOnes<N extends Noun>(candidates: readonly Candidate<N>[], said: Said): readonly Near<N>[] {
  return candidates
    .map((one) => {
      const metres = one.point && said.point ? metresBetween(one.point, said.point) : null
      return { ...one, metres, worth: one.score * byPlace(metres), share: one.rarity * byPlace(metres) }
    })
    .filter(({ words }) => words.length >= Math.min(fewestWords, said.words))
    .filter(({ share }) => said.rarity > 0 && share / said.rarity >= leastShare)
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? 1 : -1))
    .slice(0, mostShown)
    .map(({ id, words, metres }) => ({ id, words: words.slice(0, mostWordsShown), metres }))
}

function byPlace(metres: number | null): number {
  if (metres === null) return 1
  return metres <= walk ? nearby : metres > far ? faraway : 1
}

const earthRadius = 6_371_000

/** Along the great circle; haversine, which stays exact for near points. */
export function metresBetween(a: At, b: At): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const half =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

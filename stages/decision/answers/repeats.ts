import { alikePairs, alikeTo, nearlySameFrom } from '../../../platform/near/index.ts'

/** Which answers of a package give nearly the same reason: pure, for who is about to answer and for everybody who reads. */

/** Another recommendation with nearly the same reason, and how alike the two are, between 0 and 1. */
export type Repeat = { readonly number: number; readonly share: number }

export type NumberedReason = { readonly number: number; readonly reason: string }

/** A short reason, such as "The law forbids it", may be all there is to say of two recommendations: then only the same words repeat. */
const fewestLetters = 60

/** The same words in other capitals, spaces or signs are the same words. */
export function normalised(reason: string): string {
  return (
    reason
      .normalize('NFKC')
      // One sign may stand for eighteen letters: more than the longest reason is not looked through.
      .slice(0, 24_000)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

/** For each number whose reason repeats another's: the other numbers, in order. Empty reasons repeat nothing. */
export function repeatedReasons(reasons: readonly NumberedReason[]): ReadonlyMap<number, readonly Repeat[]> {
  const said = reasons
    .map(({ number, reason }) => ({ number, words: normalised(reason) }))
    .filter(({ words }) => words !== '')
  return bothWays(pairsOf(said).map(({ one, other, share }) => ({ number: one, other, share })))
}

/** Of each two that repeat one another, each names the other; in order. */
export function bothWays(
  found: readonly { readonly number: number; readonly other: number; readonly share: number }[],
): ReadonlyMap<number, readonly Repeat[]> {
  const repeated = new Map<number, Repeat[]>()
  const note = (number: number, repeat: Repeat) => repeated.set(number, [...(repeated.get(number) ?? []), repeat])
  for (const { number, other, share } of found) {
    note(number, { number: other, share })
    note(other, { number, share })
  }
  return new Map([...repeated].map(([number, others]) => [number, others.toSorted((a, b) => a.number - b.number)]))
}

type Said = { readonly number: number; readonly words: string }
type Two = { readonly one: number; readonly other: number; readonly share: number }

function pairsOf(said: readonly Said[]): readonly Two[] {
  const short = [...Map.groupBy(said.filter(isShort), ({ words }) => words).values()].flatMap((same) =>
    same.flatMap(({ number: one }, at) => same.slice(at + 1).map(({ number: other }) => ({ one, other, share: 1 }))),
  )
  const long = said.filter((one) => !isShort(one))
  const alike = alikePairs(
    long.map(({ words }) => words),
    nearlySameFrom,
  ).flatMap((pair) => {
    const [one, other] = [long[pair.one], long[pair.other]]
    return one && other ? [{ one: one.number, other: other.number, share: pair.share }] : []
  })
  return [...short, ...alike]
}

function isShort({ words }: Said): boolean {
  return words.length < fewestLetters
}

/** What a reason that is about to be given for this recommendation would repeat; the others are not compared with one another. */
export function repeatsOf(coming: NumberedReason, given: readonly NumberedReason[]): readonly Repeat[] {
  const one = { number: coming.number, words: normalised(coming.reason) }
  if (one.words === '') return []
  const others = given
    .filter(({ number }) => number !== coming.number)
    .map(({ number, reason }) => ({ number, words: normalised(reason) }))
    .filter((other) => other.words !== '' && isShort(other) === isShort(one))
  const found = isShort(one)
    ? others.flatMap(({ number, words }) => (words === one.words ? [{ number, share: 1 }] : []))
    : alikeTo(
        one.words,
        others.map(({ words }) => words),
        nearlySameFrom,
      ).flatMap(({ other, share }) => {
        const number = others[other]?.number
        return number === undefined ? [] : [{ number, share }]
      })
  return found.toSorted((a, b) => a.number - b.number)
}

import { sortedInPieces, stepsInPiece, type Pieces } from './piece-rules.ts'

/** Words by their number, the least first, and what each weighs; of length one. */
export type Vector = { readonly at: readonly number[]; readonly weight: readonly number[] }

export type Words = {
  readonly numberOf: ReadonlyMap<string, number>
  /** By the number of a word: ln(1 + texts / texts that have it). */
  readonly rarity: readonly number[]
}

/** Every word of these texts, numbered by the alphabet: the same texts give the same numbers, however they come. */
export function* wordsIn(texts: readonly (readonly string[])[]): Pieces<Words> {
  const having = new Map<string, number>()
  let steps = 0
  for (const stems of texts) {
    for (const stem of new Set(stems)) having.set(stem, (having.get(stem) ?? 0) + 1)
    steps += 10 * stems.length
    if (steps < stepsInPiece) continue
    yield steps
    steps = 0
  }
  yield steps
  const stems = yield* sortedInPieces([...having.keys()], (one, other) => (one < other ? -1 : one > other ? 1 : 0))
  return {
    numberOf: new Map(stems.map((stem, at) => [stem, at])),
    rarity: stems.map((stem) => Math.log(1 + texts.length / (having.get(stem) ?? 1))),
  }
}

export function vectorOf({ numberOf, rarity }: Words, stems: readonly string[]): Vector {
  const at = [...new Set(stems)].flatMap((stem) => numberOf.get(stem) ?? []).sort((a, b) => a - b)
  const weight = at.map((number) => rarity[number] ?? 0)
  const length = Math.sqrt(weight.reduce((sum, one) => sum + one ** 2, 0))
  return { at, weight: weight.map((one) => one / length) }
}

/**
 * Cosines to one vector, from 0 for no word in common to 1 for the same words. It is laid out once in a row of all words, so that each
 * comparison walks along the words of the other alone. There is one row: only the vector laid out last may be asked for.
 */
export function cosinesOver({ rarity }: Words): (one: Vector) => (other: Vector) => number {
  const row = new Float64Array(rarity.length)
  let laidOut: Vector = { at: [], weight: [] }
  return (one) => {
    for (const number of laidOut.at) row[number] = 0
    laidOut = one
    for (const [i, number] of one.at.entries()) row[number] = one.weight[i] ?? 0
    return ({ at, weight }) => {
      let sum = 0
      for (let i = 0; i < at.length; i += 1) sum += (row[at[i] ?? 0] ?? 0) * (weight[i] ?? 0)
      return sum
    }
  }
}
